import { useTranslation } from 'react-i18next'
import { BadgeState } from '#web/components/badge-state.tsx'
import type { ShownInView } from './present-view.ts'

/** How a badge stands, in a word. */
export function StateWord({ state }: { state: ShownInView['state'] }) {
  const { t } = useTranslation('shares')
  const colour = state === 'invalid' ? 'revoked' : state === 'unknown' ? 'declined' : state
  return <BadgeState state={colour} label={t(`state.${state}.name`)} />
}
