import { useTranslation } from 'react-i18next'
import { BadgeState } from '#web/components/badge-state.tsx'
import type { PresentedImport } from './present-import.ts'

/** Nothing where all is well: a badge that holds needs no word. */
export function ImportStateWord({ badge }: { badge: PresentedImport }) {
  const { t } = useTranslation('imports')
  const state = badge.state === 'invalid' ? 'revoked' : badge.state === 'unknown' ? 'declined' : badge.state
  return <BadgeState state={state} label={t(`state.${badge.state}.name`)} />
}
