import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import classes from './lesson.module.css'
import type { PresentedBadge } from './present.ts'

export type Filter = { badge: string; cohort: string }
type Props = { badges: readonly PresentedBadge[]; cohorts: readonly string[]; filter: Filter; choose(filter: Filter): void }

/** Chosen on the device: it works when the line is down, and a reload comes back to it. */
export function Filters({ badges, cohorts, filter, choose }: Props) {
  const { t } = useTranslation('lesson')
  if (badges.length < 2 && cohorts.length < 2) return null
  const change = (change: Partial<Filter>) => {
    const next = { ...filter, ...change }
    choose(next)
    const search = new URLSearchParams(Object.entries(next).filter(([, value]) => value))
    window.history.replaceState(window.history.state, '', `${window.location.pathname}${search.size > 0 ? `?${search}` : ''}`)
  }
  return (
    <Form method="get" className={classes.filters}>
      {badges.length > 1 && (
        <NativeSelect
          name="badge"
          label={t('filter.badge')}
          value={filter.badge}
          onChange={({ currentTarget }) => change({ badge: currentTarget.value })}
          data={[{ value: '', label: t('filter.all_badges') }, ...badges.map(({ achievementId, name }) => ({ value: achievementId, label: name }))]}
        />
      )}
      {cohorts.length > 1 && (
        <NativeSelect
          name="cohort"
          label={t('filter.cohort')}
          value={filter.cohort}
          onChange={({ currentTarget }) => change({ cohort: currentTarget.value })}
          data={[{ value: '', label: t('filter.all_cohorts') }, ...cohorts]}
        />
      )}
      <noscript>
        <Button type="submit" variant="default">
          {t('filter.submit')}
        </Button>
      </noscript>
    </Form>
  )
}
