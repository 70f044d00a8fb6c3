import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { List } from '../../browser/cv-draft.ts'
import classes from './cv-form.module.css'
import type { Press } from './cv-form.tsx'

/** The keyboard goes with the row that moves, and to the button that adds when one is gone. */
export function RowButtons({ list, index, count, press }: { list: List; index: number; count: number; press: Press }) {
  const { t } = useTranslation('cv')
  const number = index + 1
  const move = (act: 'up' | 'down') => {
    const there = act === 'up' ? index - 1 : index + 1
    const intent = `${act}:${list}:${index}`
    // At either end the other arrow is the one that is left.
    const next = there === 0 ? 'down' : there === count - 1 ? 'up' : act
    const Arrow = act === 'up' ? IconArrowUp : IconArrowDown
    return (
      there >= 0 &&
      there < count && (
        <ActionIcon
          type="submit"
          name="intent"
          value={intent}
          formAction={`?#add-${list}`}
          variant="default"
          size="2.75rem"
          aria-label={t(`edit.${act}`, { number })}
          onClick={press(intent, `[name="intent"][value="${next}:${list}:${there}"]`)}
        >
          <Arrow size={18} aria-hidden="true" />
        </ActionIcon>
      )
    )
  }
  return (
    <div className={classes.buttons}>
      {move('up')}
      {move('down')}
      <Button
        type="submit"
        name="intent"
        value={`remove:${list}:${index}`}
        formAction={`?#add-${list}`}
        variant="subtle"
        color="red"
        aria-label={t('edit.remove_one', { number })}
        onClick={press(`remove:${list}:${index}`, `#add-${list}`)}
      >
        {t('edit.remove')}
      </Button>
    </div>
  )
}
