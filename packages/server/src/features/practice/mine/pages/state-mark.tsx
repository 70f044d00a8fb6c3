import { useTranslation } from 'react-i18next'
import type { MyState } from '../get-my-programme.ts'
import classes from './mine.module.css'

/** Where one stands with a badge, in words; shape and colour only repeat it. */
export function StateMark({ state, level }: { state: MyState; level: string | null }) {
  const { t } = useTranslation('mine')
  return (
    <span className={classes.state} data-state={state}>
      {state === 'passed' && level ? t('state.passed_at', { level }) : t(`state.${state}`)}
    </span>
  )
}
