import { Button, VisuallyHidden } from '@mantine/core'
import { type MouseEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { PICTURES, type Picture, SEQUENCE_LENGTH } from '#features/accounts/accounts.schema.ts'
import { IconRosette } from '#web/components/icons.ts'
import { Drawing } from './drawing.tsx'
import type { Picking } from './read-secret.ts'
import classes from './secrets.module.css'

export const pickingOf = (result: unknown): Picking | undefined => (typeof result === 'object' && result !== null && 'picked' in result ? (result as Picking) : undefined)

type Props = {
  /** What the last submit answered. */
  result: unknown
  /** Neighbours do not see what was touched. */
  isHidden?: boolean
}

/**
 * The part of a form where pictures are touched. Each is a button that sends the form; with scripts the first three stay on the page,
 * and only the fourth is sent with them.
 */
export function PicturePad({ result, isHidden = false }: Props) {
  const { t } = useTranslation('passports')
  const isBusy = useNavigation().state !== 'idle'
  const [picked, setPicked] = useState<readonly Picture[]>(pickingOf(result)?.picked ?? [])
  // The answer counts: after a mistake one begins again.
  useEffect(() => setPicked(pickingOf(result)?.picked ?? []), [result])
  const touch = (event: MouseEvent, picture: Picture) => {
    if (isBusy) return event.preventDefault()
    if (picked.length >= SEQUENCE_LENGTH - 1) return
    event.preventDefault()
    setPicked([...picked, picture])
  }
  const undo = (event: MouseEvent) => {
    event.preventDefault()
    setPicked(picked.slice(0, -1))
  }
  return (
    <fieldset className={classes.pad}>
      <legend className={classes.legend}>{t('pad.next', { count: Math.min(picked.length, SEQUENCE_LENGTH - 1) })}</legend>
      <VisuallyHidden role="status">{t('pad.count', { count: picked.length })}</VisuallyHidden>
      {picked.map((picture, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may come twice
        <input key={place} type="hidden" name="passwordChosen" value={picture} />
      ))}
      <div className={classes.row}>
        <Slots picked={picked} isHidden={isHidden} />
        <Button type="submit" name="passwordUndo" value="yes" variant="default" size="md" onClick={undo} disabled={picked.length === 0}>
          {t('pad.undo')}
        </Button>
      </div>
      <ul className={classes.grid}>
        {PICTURES.map((picture) => (
          <li key={picture}>
            <button type="submit" name="passwordPicture" value={picture} className={classes.tile} onClick={(event) => touch(event, picture)}>
              <Drawing picture={picture} size={40} />
              <span>{t(`pictures.${picture}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Slots({ picked, isHidden }: { picked: readonly Picture[]; isHidden: boolean }) {
  const { t } = useTranslation('passports')
  return (
    <ol className={classes.slots} aria-label={t('pad.slots')}>
      {Array.from({ length: SEQUENCE_LENGTH }, (_, place) => {
        const picture = picked[place]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
          <li key={place} className={classes.slot} data-filled={picture !== undefined}>
            {!picture && (
              <>
                <span aria-hidden="true">{place + 1}</span>
                <VisuallyHidden>{t('pad.empty')}</VisuallyHidden>
              </>
            )}
            {picture && isHidden && <IconRosette size={28} stroke={1.7} aria-hidden />}
            {picture && !isHidden && <Drawing picture={picture} size={32} />}
            {picture && <VisuallyHidden>{isHidden ? t('pad.touched') : t(`pictures.${picture}`)}</VisuallyHidden>}
          </li>
        )
      })}
    </ol>
  )
}
