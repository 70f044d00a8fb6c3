import { Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CohortSummary } from '../cohorts/list-cohorts.ts'
import type { Organization, Rights } from '../get-organization.ts'
import type { OrganizationSummary } from '../summarize-organization.ts'
import { HomeHeader } from './home-header.tsx'
import { NextSteps } from './next-steps.tsx'
import classes from './organizations.module.css'
import { ProposePanel } from './propose-panel.tsx'

type Home = { organization: Organization; can: Rights; summary: OrganizationSummary; cohorts: CohortSummary[] }

/** For those who design, issue or look after people: what comes next, then what is there. */
export function StaffHome({ home }: { home: Home }) {
  const { organization, can, summary } = home
  return (
    <>
      <HomeHeader organization={organization} can={can} />
      <Stack gap="xl">
        <NextSteps slug={organization.slug} can={can} summary={summary} />
        {/* Who looks after the network without belonging here neither designs nor issues, and proposes nobody. */}
        {(can.design || can.issue) && <ProposePanel slug={organization.slug} voicesToRead={can.issue ? summary.voicesToRead : 0} />}
        <Counts slug={organization.slug} mayLead={can.lead} summary={summary} />
        {can.viewPeople && <Cohorts home={home} />}
      </Stack>
    </>
  )
}

function Counts({ slug, mayLead, summary }: { slug: string; mayLead: boolean; summary: OrganizationSummary }) {
  const { t } = useTranslation('organizations')
  const counts = [
    ['achievements', summary.achievementCount],
    ['credentials', summary.credentialCount],
    ['pupils', summary.pupilCount],
    ['staff', summary.staffCount],
  ] as const
  return (
    <section aria-labelledby="counts">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="counts">
          {t('home.counts')}
        </Title>
        {mayLead && (
          <Link to={`/organizations/${slug}/fairness`} className={classes.tappable}>
            {t('home.fairness')}
          </Link>
        )}
      </Group>
      <dl className={classes.counts}>
        {counts.map(([name, value]) => (
          <div key={name} className={`surface ${classes.count}`}>
            <dt>{t(`home.count_${name}`, { count: value })}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Cohorts({ home: { organization, can, summary, cohorts } }: { home: Home }) {
  const { t } = useTranslation('organizations')
  const at = (path: string) => `/organizations/${organization.slug}/${path}`
  return (
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
  )
}
