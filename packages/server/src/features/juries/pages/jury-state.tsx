import { useTranslation } from 'react-i18next'
import type { JuryState } from '../juries.schema.ts'
import classes from './juries.module.css'

const STATES: readonly JuryState[] = ['preparing', 'voting', 'in-session', 'closed']

/** Where a séance stands, in a word. */
export function JuryMark({ state }: { state: JuryState }) {
  const { t } = useTranslation('juries')
  return (
    <span className={classes.mark} data-state={state}>
      {t(`state.${state}`)}
    </span>
  )
}

/** The four moments of a séance, and the one it is at. */
export function JurySteps({ state }: { state: JuryState }) {
  const { t } = useTranslation('juries')
  return (
    <ol className={classes.steps} aria-label={t('steps')}>
      {STATES.map((step) => (
        <li key={step} aria-current={step === state ? 'step' : undefined}>
          {t(`state.${step}`)}
        </li>
      ))}
    </ol>
  )
}
