import { useTranslation } from 'react-i18next'
import type { Scope } from '../guardians.schema.ts'
import classes from './guardians.module.css'

type Props = { scope: Scope; state: 'given' | 'withdrawn' | 'unanswered'; on: string | null; as?: 'span' | 'li' }

/** What holds on one matter, in words: colour only helps. */
export function ConsentMark({ scope, state, on, as: Element = 'span' }: Props) {
  const { t } = useTranslation('guardians')
  return (
    <Element className={classes.state} data-state={state}>
      {t('line', { what: t(`scope.${scope}.short`), said: t(`standing.${state}`, { date: on ?? '' }) })}
    </Element>
  )
}
