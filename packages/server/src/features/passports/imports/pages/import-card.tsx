import { useTranslation } from 'react-i18next'
import { BadgeState } from '#web/components/badge-state.tsx'
import classes from './imports.module.css'
import type { PresentedImport } from './present-import.ts'

/** Its own picture as it was on the day of the import; the first letter of its name when it has none that draws. */
export function ImportPicture({ badge, size }: { badge: PresentedImport; size: number }) {
  if (badge.picture) return <img src={badge.picture} alt="" width={size} height={size} loading="lazy" decoding="async" className={classes.image} />
  return (
    <span aria-hidden="true" className={classes.initial} style={{ width: size, height: size, fontSize: size / 2.4 }}>
      {badge.name.slice(0, 1).toUpperCase()}
    </span>
  )
}

/** Nothing where all is well: a badge that holds needs no word. */
export function ImportStateWord({ badge }: { badge: PresentedImport }) {
  const { t } = useTranslation('imports')
  const state = badge.state === 'invalid' ? 'revoked' : badge.state === 'unknown' ? 'declined' : badge.state
  return <BadgeState state={state} label={t(`state.${badge.state}.name`)} />
}
