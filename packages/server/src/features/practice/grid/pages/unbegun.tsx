import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import classes from './glance.module.css'
import type { GlancePage } from './glance.page.tsx'
import { Section } from './glance-section.tsx'

/** Who has not begun, three weeks before the end: a warm word to all of them or to one, once a week at most. */
export function Unbegun({ page: { unbegun, period, isEarly, programme } }: { page: GlancePage }) {
  const { t } = useTranslation('grid')
  if (!period) return null
  const may = unbegun.filter(({ mayNudge }) => mayNudge)
  const isOpen = may.length > 0 && !programme.isArchived
  return (
    <Section id="unbegun" title={t('glance.unbegun.title', { count: unbegun.length })} lead={unbegun.length > 0 ? t('glance.unbegun.lead') : undefined}>
      {unbegun.length === 0 && <Text>{t(isEarly || period.state === 'ahead' ? 'glance.unbegun.early' : 'glance.unbegun.none', { day: period.encouragedFrom })}</Text>}
      {isOpen && (
        <Form method="post">
          <Group gap="sm">
            <Button type="submit">{t('glance.unbegun.all', { count: may.length })}</Button>
            <Text size="sm" c="dimmed">
              {t('glance.unbegun.weekly')}
            </Text>
          </Group>
        </Form>
      )}
      {unbegun.length > 0 && (
        <ul className={classes.list}>
          {unbegun.map(({ personId, givenName, familyName, cohorts, ownEnd, nudged, mayNudge }) => (
            <li key={personId}>
              <span>
                <strong>
                  {familyName} {givenName}
                </strong>
                {' · '}
                {[cohorts.join(', '), ownEnd && t('glance.unbegun.until', { day: ownEnd })].filter(Boolean).join(' · ')}
              </span>
              {mayNudge && !programme.isArchived ? (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="personId" value={personId} />
                  <Button type="submit" variant="default" size="sm" aria-label={t('glance.unbegun.one_of', { name: `${givenName} ${familyName}` })}>
                    {t('glance.unbegun.one')}
                  </Button>
                </Form>
              ) : (
                <small>{nudged && t('glance.unbegun.nudged', { day: nudged })}</small>
              )}
            </li>
          ))}
        </ul>
      )}
      {unbegun.some(({ mayNudge }) => !mayNudge) && (
        <Text size="sm" c="dimmed">
          {t('glance.unbegun.weekly_help')}
        </Text>
      )}
    </Section>
  )
}
