import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { NextSteps } from './next-steps.tsx'
import type { loader } from './organization-home.server.ts'
import classes from './organizations.module.css'

export { loader } from '#features/organizations/pages/organization-home.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export type Home = ReturnType<typeof useLoaderData<typeof loader>>

export default function OrganizationHomePage() {
  const home = useLoaderData<typeof loader>()
  return <Container size="lg">{home.isStaff ? <StaffHome home={home} /> : <PupilHome home={home} />}</Container>
}

function StaffHome({ home: { organization, can, summary, cohorts } }: { home: Extract<Home, { isStaff: true }> }) {
  const { t } = useTranslation('organizations')
  const at = (path: string) => `/organizations/${organization.slug}/${path}`
  const place = organization.commune && `${organization.commune.name} (${organization.commune.departmentCode})`
  const counts = [
    ['achievements', summary.achievementCount],
    ['credentials', summary.credentialCount],
    ['pupils', summary.pupilCount],
    ['staff', summary.staffCount],
  ] as const
  return (
    <>
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={organization.name} lead={[t(`types.${organization.type}`), place].filter(Boolean).join(' · ')} />
      <DoneNotice slice="organizations" />
      {organization.archivedAt && (
        <Notice kind="warning" mb="md">
          {t('home.archived')}
        </Notice>
      )}
      <Stack gap="xl">
        <NextSteps slug={organization.slug} can={can} summary={summary} />
        <section aria-labelledby="counts">
          <Title order={2} id="counts" mb="sm">
            {t('home.counts')}
          </Title>
          <dl className={classes.counts}>
            {counts.map(([name, value]) => (
              <div key={name} className={`surface ${classes.count}`}>
                <dt>{t(`home.count_${name}`, { count: value })}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="cohorts">
          <Group justify="space-between" mb="sm">
            <Title order={2} id="cohorts">
              {t('cohorts.title')}
            </Title>
            {summary.cohortCount > 0 && (
              <Link to={at('cohorts')} className={classes.tappable}>
                {t('home.all_cohorts', { count: summary.cohortCount })}
              </Link>
            )}
          </Group>
          {cohorts.length === 0 ? (
            <Text c="dimmed">{t(can.managePeople ? 'home.no_cohort_yet' : 'home.no_cohort')}</Text>
          ) : (
            <ul className={classes.grid}>
              {cohorts.map((cohort) => (
                <li key={cohort.id} className="surface">
                  <div className={classes.row}>
                    <Link to={at(`cohorts/${cohort.id}`)} className={classes.tappable}>
                      {cohort.name}
                    </Link>
                    <Text size="sm" c="dimmed">
                      {t('cohorts.people', { count: cohort.memberCount })}
                    </Text>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </section>
      </Stack>
    </>
  )
}

function PupilHome({ home: { organization, pupil } }: { home: Extract<Home, { isStaff: false }> }) {
  const { t } = useTranslation('organizations')
  return (
    <>
      <PageHeader title={organization.name} lead={pupil.classes.length > 0 ? t('pupil.classes', { classes: pupil.classes.join(', '), count: pupil.classes.length }) : undefined} />
      <Stack className="surface" p="xl" gap="md" align="flex-start">
        <Title order={2}>{t('pupil.badges', { count: pupil.credentialCount })}</Title>
        <Text>{t(pupil.credentialCount === 0 ? 'pupil.none' : 'pupil.some')}</Text>
        <Button component={Link} to="/me/badges">
          {t('pupil.open')}
        </Button>
      </Stack>
    </>
  )
}
