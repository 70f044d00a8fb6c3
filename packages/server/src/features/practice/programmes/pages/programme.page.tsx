import { Anchor, Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Exceptions } from './exceptions.tsx'
import { KeepOn } from './keep-on.tsx'
import type { action, loader } from './programme.server.ts'
import { ProgrammeViews } from './programme-views.tsx'
import classes from './programmes.module.css'

export { action, loader } from '#features/practice/programmes/pages/programme.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export type ProgrammePageData = ReturnType<typeof useLoaderData<typeof loader>>

export default function ProgrammePage() {
  const page = useLoaderData<typeof loader>()
  const { organization, can, home, here, programme, people, teachers, cohorts } = page
  const result = useActionData<typeof action>()
  const { t } = useTranslation('practice')
  const facts = [programme.schoolYear, cohorts.map(({ name }) => name).join(', '), t('list.people', { count: people.length }), teachers.join(', ')]
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={programme.name}
        lead={facts.filter(Boolean).join(' · ')}
        back={{ to: home, label: t('list.title') }}
        actions={
          !programme.isArchived && (
            <Button component={Link} to={`${here}/edit`} variant="default">
              {t('home.edit')}
            </Button>
          )
        }
      />
      <ProgrammeViews here={here} />
      <DoneNotice slice="practice" />
      <FormProblem result={result} slice="practice" />
      <Stack gap={36}>
        <Advice page={page} />
        {programme.description && (
          <Text maw="44rem" className={classes.text}>
            {programme.description}
          </Text>
        )}
        <Periods page={page} />
        <Badges page={page} />
        <Exceptions page={page} result={result} />
        <KeepOn page={page} />
      </Stack>
    </Container>
  )
}

/** What keeps the programme from being lived, and what to do about it. */
function Advice({ page: { programme, cohorts, people, asked, badges, here } }: { page: ProgrammePageData }) {
  const { t } = useTranslation('practice')
  if (programme.isArchived)
    return (
      <Notice kind="info" title={t('home.archived')}>
        <Text mb="sm">{t('home.archived_help')}</Text>
        <Form method="post">
          <Button type="submit" name="intent" value="reopen">
            {t('home.reopen')}
          </Button>
        </Form>
      </Notice>
    )
  const key = cohorts.length === 0 ? 'no_cohort' : people.length === 0 ? 'no_people' : asked > badges.length ? 'too_many_asked' : undefined
  if (!key) return null
  return (
    <Notice kind="info">
      {t(`home.${key}`, { asked, count: badges.length })}{' '}
      <Anchor component={Link} to={`${here}/edit`} inherit>
        {t('home.edit')}
      </Anchor>
    </Notice>
  )
}

function Periods({ page: { periods } }: { page: ProgrammePageData }) {
  const { t } = useTranslation('practice')
  return (
    <section aria-labelledby="periods">
      <Title order={2} id="periods" mb="sm">
        {t('home.periods')}
      </Title>
      <ol className={classes.periods}>
        {periods.map(({ periodId, name, from, to, required, isNow }) => (
          <li key={periodId} className="surface" aria-current={isNow ? 'step' : undefined}>
            <strong>{name}</strong>
            <span>{t('home.from_to', { from, to })}</span>
            <span className={classes.asked}>{t('home.asks', { count: required })}</span>
            {isNow && <span className={classes.now}>{t('home.now')}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Badges({ page: { badges, organization, here } }: { page: ProgrammePageData }) {
  const { t } = useTranslation('practice')
  return (
    <section aria-labelledby="badges">
      <Title order={2} id="badges" mb="sm">
        {t('home.badges', { count: badges.length })}
      </Title>
      <ul className={classes.badges}>
        {badges.map(({ achievementId, imageId, name, first, resourceCount }) => (
          <li key={achievementId} className="surface">
            <BadgeImage imageId={imageId} alt="" size={72} />
            <div>
              <strong>{name}</strong>
              {first.length > 0 && (
                <Text size="sm" c="dimmed">
                  {t('home.first', { names: first.join(', ') })}
                </Text>
              )}
              <Anchor
                component={Link}
                to={`/organizations/${organization.slug}/achievements/${achievementId}/resources`}
                size="sm"
                className={classes.tall}
                aria-label={`${name} : ${t('home.resources', { count: resourceCount })}`}
              >
                {t('home.resources', { count: resourceCount })}
              </Anchor>
            </div>
          </li>
        ))}
      </ul>
      <Anchor component={Link} to={`${here}/remarks`} className={classes.tall}>
        {t('lesson:to_remarks')}
      </Anchor>
    </section>
  )
}
