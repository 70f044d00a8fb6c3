import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './cohorts.server.ts'
import classes from './organizations.module.css'

export { action, loader } from '#features/organizations/pages/cohorts.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function CohortsPage() {
  const { t } = useTranslation('organizations')
  const { organization, can, cohorts, archived } = useLoaderData<typeof loader>()
  const home = `/organizations/${organization.slug}`
  const years = [...new Set(cohorts.map(({ schoolYear }) => schoolYear))]
  const add = can.managePeople && (
    <>
      <Button component={Link} to={`${home}/import`}>
        {t('cohorts.import')}
      </Button>
      <Button component={Link} to={`${home}/cohorts/new`} variant="default">
        {t('cohorts.create')}
      </Button>
    </>
  )
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('cohorts.title')} lead={t('cohorts.lead')} actions={cohorts.length > 0 ? add : undefined} />
      <DoneNotice slice="organizations" />
      <FormProblem result={useActionData<typeof action>()} slice="organizations" />
      {cohorts.length === 0 && (
        <EmptyState title={t('cohorts.empty_title')} actions={add}>
          {t(can.managePeople ? 'cohorts.empty' : 'home.no_cohort')}
        </EmptyState>
      )}
      <Stack gap="xl">
        {years.map((year) => (
          <section key={year} aria-labelledby={`year-${year}`}>
            <Title order={2} id={`year-${year}`} mb="sm">
              {year ? t('cohorts.year', { year }) : t('cohorts.no_year')}
            </Title>
            <ul className={classes.grid}>
              {cohorts
                .filter(({ schoolYear }) => schoolYear === year)
                .map((cohort) => (
                  <li key={cohort.id} className="surface">
                    <div className={classes.row}>
                      <div>
                        <Link to={`${home}/cohorts/${cohort.id}`} className={classes.tappable}>
                          <Text span fw={600}>
                            {cohort.name}
                          </Text>
                        </Link>
                        <Text size="sm" c="dimmed">
                          {t(`cohorts.kinds.${cohort.kind}`)} · {t('cohorts.people', { count: cohort.memberCount })}
                        </Text>
                      </div>
                    </div>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {archived.length > 0 && can.managePeople && (
          <details className={`surface ${classes.details}`}>
            <summary>{t('cohorts.archived', { count: archived.length })}</summary>
            <ul className={classes.list}>
              {archived.map((cohort) => (
                <li key={cohort.id} className={classes.row}>
                  <Text>
                    {cohort.name} · {cohort.schoolYear}
                  </Text>
                  <Form method="post">
                    <Group>
                      <Button type="submit" name="cohortId" value={cohort.id} variant="default" aria-label={t('cohorts.reopen_named', { name: cohort.name })}>
                        {t('cohorts.reopen')}
                      </Button>
                    </Group>
                  </Form>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Stack>
    </Container>
  )
}
