import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grid } from '../../browser/cells.ts'
import type { Frame } from './grid-row.tsx'

/** What all rows share, said once. */
export function useFrame({ grid: { badges, cohorts, periods, currentId }, here, search }: { grid: Grid; here: string; search: string }): Frame & { periodName: string } {
  const { t, i18n } = useTranslation('grid')
  return useMemo(() => {
    const names = new Map(periods.map(({ periodId, name }) => [periodId, name]))
    const day = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'fr-FR', { day: 'numeric', month: 'short', timeZone: 'UTC' })
    const words = { none: t('states.none'), ready: t('states.ready'), 'to-rework': t('states.to-rework'), passed: t('states.passed') }
    return {
      badges,
      cohorts,
      words,
      periodName: (currentId && names.get(currentId)) || '',
      addressOf: (personId, achievementId) => `${here}/grid/${personId}/${achievementId}${search}`,
      sayPeriod: ({ period }) => {
        if (!period) return { done: t('period.over'), more: '' }
        const name = period.periodId === currentId ? '' : names.get(period.periodId)
        const until = period.ownEnd && t('period.until', { day: day.format(new Date(period.ownEnd)) })
        const done = period.required === 0 ? t('period.nothing') : t('period.done', { done: period.done, required: period.required })
        return { done, more: [name, until].filter(Boolean).join(', ') }
      },
    }
  }, [badges, cohorts, periods, currentId, here, search, t, i18n.language])
}
