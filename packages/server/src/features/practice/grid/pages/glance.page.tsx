import { Anchor, Button, Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ProgrammeViews } from '../../programmes/pages/programme-views.tsx'
import classes from './glance.module.css'
import type { action, loader } from './glance.server.ts'
import { Section } from './glance-section.tsx'
import { Unbegun } from './unbegun.tsx'

export { action, loader } from '#features/practice/grid/pages/glance.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export type GlancePage = ReturnType<typeof useLoaderData<typeof loader>>

export default function Glance() {
  const page = useLoaderData<typeof loader>()
  const { organization, can, here, programme, hasPeople } = page
  const { t } = useTranslation('grid')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={programme.name} lead={t('glance.lead')} back={{ to: `/organizations/${organization.slug}/programmes`, label: t('back') }} />
      <ProgrammeViews here={here} />
      <DoneNotice slice="grid" />
      <FormProblem result={useActionData<typeof action>()} slice="practice" />
      {hasPeople ? (
        <div className={classes.page}>
          <Period page={page} />
          <Section id="waiting" title={t('glance.waiting.title', { count: page.waiting.length })}>
            <Waiting page={page} />
          </Section>
          <Unbegun page={page} />
          <Section id="recurring" title={t('glance.recurring.title')} lead={t('glance.recurring.lead')}>
            <Recurring page={page} />
          </Section>
          {page.untouched.length > 0 && (
            <Section id="untouched" title={t('glance.untouched.title')} lead={t('glance.untouched.lead')}>
              <ul className={classes.badges}>
                {page.untouched.map((badge) => (
                  <li key={badge.achievementId}>
                    <Badge page={page} achievementId={badge.achievementId} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      ) : (
        <EmptyState
          title={t('empty.title')}
          actions={
            <Button component={Link} to={here}>
              {t('empty.action')}
            </Button>
          }
        >
          {t('empty.help')}
        </EmptyState>
      )}
    </Container>
  )
}

/** « 1er trimestre : encore trois semaines », in words and with its day. */
function Period({ page: { period } }: { page: GlancePage }) {
  const { t } = useTranslation('grid')
  if (!period) return <p className={classes.period}>{t('glance.period.none')}</p>
  const { name, state, daysLeft, startsOn, endsOn, required } = period
  return (
    <p className={classes.period}>
      <strong>{name}</strong>
      <span>
        {'· '}
        {state === 'ahead' ? t('glance.period.ahead', { day: startsOn }) : t('glance.period.left', { count: daysLeft, weeks: Math.round(daysLeft / 7), day: endsOn })}
        {' · '}
        {t('glance.period.required', { count: required })}
      </span>
    </p>
  )
}

function Waiting({ page: { waiting, here, badges } }: { page: GlancePage }) {
  const { t } = useTranslation('grid')
  if (waiting.length === 0) return <Text>{t('glance.waiting.none')}</Text>
  const names = new Map(badges.map(({ achievementId, name }) => [achievementId, name]))
  return (
    <>
      <ul className={classes.list}>
        {waiting.map(({ personId, achievementId, givenName, familyName, since }) => (
          <li key={personId + achievementId}>
            <span>
              <strong>
                {givenName} {familyName}
              </strong>
              {' · '}
              {names.get(achievementId)}
            </span>
            <small>{t('glance.waiting.since', { when: since })}</small>
          </li>
        ))}
      </ul>
      <Anchor component={Link} to={`${here}/lesson`}>
        {t('glance.waiting.answer')}
      </Anchor>
    </>
  )
}

/** Advice is counted, not people: it is for a lesson about it. */
function Recurring({ page }: { page: GlancePage }) {
  const { t } = useTranslation('grid')
  if (page.recurring.length === 0) return <Text>{t('glance.recurring.none')}</Text>
  return (
    <ul className={classes.recurring}>
      {page.recurring.map(({ achievementId, remarks }) => (
        <li key={achievementId}>
          <Badge page={page} achievementId={achievementId} />
          <ul>
            {remarks.map(({ remarkId, text, times, pupils, resource }) => (
              <li key={remarkId}>
                <span>« {text} »</span>
                <small>{t('glance.recurring.times', { times, pupils })}</small>
                {resource && (
                  <small>
                    <Link to={`/achievements/${achievementId}/resources/${resource.resourceId}`}>{t('glance.recurring.resource', { title: resource.title })}</Link>
                  </small>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Badge({ page, achievementId }: { page: GlancePage; achievementId: string }) {
  const badge = page.badges.find((other) => other.achievementId === achievementId)
  if (!badge) return null
  return (
    <span className={classes.badge}>
      <BadgeImage imageId={badge.imageId} alt="" size={40} />
      <span>{badge.name}</span>
    </span>
  )
}
