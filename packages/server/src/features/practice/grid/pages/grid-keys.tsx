import { Button, Checkbox, Title } from '@mantine/core'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './grid.module.css'

const SHORTCUTS = ['move', 'row', 'corner', 'page', 'enter', 'pass', 'remarks', 'undo', 'leave', 'help'] as const

type Props = { dialog: RefObject<HTMLDialogElement | null>; isOn: boolean; turn(isOn: boolean): void }

/** What the keys do. Those of one letter can be switched off, for those whose tools speak or type for them. */
export function GridKeys({ dialog, isOn, turn }: Props) {
  const { t } = useTranslation('grid')
  return (
    <dialog ref={dialog} className={classes.panel} aria-labelledby="keys">
      <Title order={2} id="keys" mb="sm">
        {t('keys.title')}
      </Title>
      <dl className={classes.keys}>
        {SHORTCUTS.map((name) => (
          <div key={name}>
            <dt>
              <kbd>{t(`keys.${name}_key`)}</kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox checked={isOn} onChange={({ currentTarget }) => turn(currentTarget.checked)} label={t('keys.on')} description={t('keys.on_help')} my="md" />
      <form method="dialog">
        <Button type="submit" variant="default">
          {t('keys.close')}
        </Button>
      </form>
    </dialog>
  )
}
