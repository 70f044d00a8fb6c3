import { Button, Container, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './juries.module.css'
import type { action, loader } from './jury.server.ts'
import { Agenda, Proposable } from './jury-agenda.tsx'
import { Members } from './jury-members.tsx'
import { JurySteps } from './jury-state.tsx'

export { action, loader } from '#features/juries/pages/jury.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export type JuryPageData = ReturnType<typeof useLoaderData<typeof loader>>

export default function JuryPage() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('juries')
  const { organization, can, jury, here } = page
  const isClosed = jury.state === 'closed'
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={jury.title}
        lead={[jury.startsAt, jury.place, t('quorum', { count: jury.quorum })].filter(Boolean).join(' · ')}
        back={{ to: `/organizations/${organization.slug}/juries`, label: t('list.title') }}
        actions={
          isClosed ? undefined : (
            <Button component={Link} to={`${here}/edit`} variant="default">
              {t('edit.open')}
            </Button>
          )
        }
      />
      <DoneNotice slice="juries" />
      <FormProblem result={result} slice="juries" />
      <JurySteps state={jury.state} />
      <Stack gap={40}>
        <Next page={page} />
        <Members page={page} result={result} />
        <Agenda page={page} />
        {!isClosed && <Proposable page={page} />}
      </Stack>
    </Container>
  )
}

/** What to do now, in one panel. */
function Next({ page: { jury, here, dossiers, me, members } }: { page: JuryPageData }) {
  const { t } = useTranslation('juries')
  const left = dossiers.filter(({ decision, isClosed }) => !decision && !isClosed).length
  const isLeftToMe = me.memberId !== undefined && jury.state !== 'preparing' && jury.state !== 'closed'
  return (
    <section className={`surface ${classes.panel}`} aria-label={t('next.label')}>
      <Text mb="md" maw="42rem">
        {t(`next.${jury.state}`, { announce: jury.isEmbargoed ? 'ceremony' : 'now' })}
      </Text>
      <Group gap="sm" align="flex-start">
        {jury.state === 'preparing' && <Send intent="open" label={t('next.open')} isMain={members.length > 0 && dossiers.length > 0} />}
        {jury.state === 'voting' && <Send intent="start" label={t('next.start')} isMain />}
        {jury.state === 'in-session' && (
          <Button component={Link} to={`${here}/session`}>
            {t('next.go')}
          </Button>
        )}
        {isLeftToMe && (
          <Button component={Link} to={`/me/juries/${jury.juryId}`} variant="default">
            {t('next.vote')}
          </Button>
        )}
        {jury.state === 'closed' && (
          <Button component={Link} to={`/juries/${jury.juryId}/minutes`}>
            {t('next.minutes')}
          </Button>
        )}
        {jury.state === 'in-session' && (
          <details className={classes.inline}>
            <summary>{t('close.title')}</summary>
            <Stack gap="sm">
              {left > 0 && <Notice kind="warning">{t('close.left', { count: left })}</Notice>}
              <Text>{t('close.help', { announce: jury.isEmbargoed ? 'ceremony' : 'now' })}</Text>
              <Send intent="close" label={t('close.submit')} isMain />
            </Stack>
          </details>
        )}
      </Group>
    </section>
  )
}

function Send({ intent, label, isMain }: { intent: string; label: string; isMain: boolean }) {
  return (
    <Form method="post">
      <Button type="submit" name="intent" value={intent} variant={isMain ? 'filled' : 'default'}>
        {label}
      </Button>
    </Form>
  )
}
