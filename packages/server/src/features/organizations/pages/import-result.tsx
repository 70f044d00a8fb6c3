import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '#web/components/notice.tsx'
import type { Import } from './import-preview.page.tsx'
import classes from './organizations.module.css'
import { LeftOutRows } from './roster-table.tsx'

/** What was written, what was not, and why. */
export function ImportResult({ stored }: { stored: Import }) {
  const { t } = useTranslation('organizations')
  const { outcome, organization, can, leftOut, leftOutCount, id, file } = stored
  if (!outcome) return null
  const home = `/organizations/${organization.slug}`
  const firstCohort = outcome.cohorts[0]
  return (
    <Stack gap="xl">
      <Notice kind="success" title={t('import.done_title', { count: outcome.created })}>
        {[
          outcome.addedToClass > 0 && t('import.done_added', { count: outcome.addedToClass }),
          outcome.unchanged > 0 && t('import.done_unchanged', { count: outcome.unchanged }),
          t('import.done_safe'),
        ]
          .filter(Boolean)
          .join(' ')}
      </Notice>
      {outcome.cohorts.length > 0 && (
        <section aria-labelledby="classes">
          <Title order={2} id="classes" mb="sm">
            {t('cohorts.title')}
          </Title>
          <ul className={classes.grid}>
            {outcome.cohorts.map((cohort) => (
              <li key={cohort.id} className="surface">
                <div className={classes.row}>
                  <Link to={`${home}/cohorts/${cohort.id}`} className={classes.tappable}>
                    {cohort.name}
                  </Link>
                  <Text size="sm" c="dimmed">
                    {t('cohorts.people', { count: cohort.memberCount })}
                    {cohort.isNew && ` · ${t('import.new_class')}`}
                  </Text>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {leftOutCount > 0 && (
        <section aria-labelledby="left-out">
          <Group justify="space-between" mb="sm">
            <Title order={2} id="left-out">
              {t('import.not_imported', { count: leftOutCount })}
            </Title>
            {outcome.refused > 0 && (
              <Button component="a" href={`${home}/import/${id}/refused.csv`} variant="default">
                {t('import.download_refused')}
              </Button>
            )}
          </Group>
          <Text c="dimmed" mb="sm">
            {t('import.fix_and_repeat')}
          </Text>
          <LeftOutRows rows={leftOut} />
        </section>
      )}
      {leftOutCount === 0 && !file && outcome.refused > 0 && <Text c="dimmed">{t('import.forgotten', { count: outcome.refused })}</Text>}
      <Group>
        {can.issue && (
          <Button component={Link} to={`${home}/issue${firstCohort && outcome.cohorts.length === 1 ? `?cohort=${firstCohort.id}` : ''}`}>
            {t('import.then_issue')}
          </Button>
        )}
        <Button component={Link} to={`${home}/cohorts`} variant="default">
          {t('import.then_cohorts')}
        </Button>
      </Group>
    </Stack>
  )
}
