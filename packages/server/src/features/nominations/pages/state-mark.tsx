import { useTranslation } from 'react-i18next'
import type { NominationResponse, NominationState } from '../nominations.schema.ts'
import classes from './nominations.module.css'

/** Where a dossier stands, in a word; the colour only repeats it. */
export function StateMark({ state, response, isAsked }: { state: NominationState; response: NominationResponse; isAsked: boolean }) {
  const { t } = useTranslation('nominations')
  const key = state === 'open' && isAsked ? (response === 'accepted' ? 'accepted' : 'asked') : state
  return (
    <span className={classes.state} data-state={key}>
      {t(`state.${key}`)}
    </span>
  )
}

/** The same to the one it is about. */
export function MyStateMark({ state, response }: { state: NominationState; response: NominationResponse }) {
  const { t } = useTranslation('nominations')
  const key = state === 'open' ? response : state
  return (
    <span className={classes.state} data-state={key === 'pending' ? 'to-complete' : key}>
      {t(`my_state.${key}`)}
    </span>
  )
}
