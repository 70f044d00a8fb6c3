import { useTranslation } from 'react-i18next'
import classes from './ceremonies.module.css'

/** How far a ceremony is, or what was noted of somebody: a word, never a colour alone. */
export function StateMark({ of, state }: { of: 'state' | 'presence' | 'outcome'; state: string }) {
  const { t } = useTranslation('ceremonies')
  return (
    <span className={classes.state} data-state={state}>
      {t(`${of}.${state}`)}
    </span>
  )
}
