import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './nominations.module.css'
import type { action, loader } from './nominations.server.ts'
import { StateMark } from './state-mark.tsx'
import { WaitingVoices } from './waiting-voices.tsx'

export { action, loader } from '#features/nominations/pages/nominations.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function NominationsPage() {
  const { organization, can, view, waiting, nominations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('nominations')
  const home = `/organizations/${organization.slug}/nominations`
  const isClosed = view === 'closed'
  const propose = (
    <Button component={Link} to={`${home}/new`}>
      {t('propose.title')}
    </Button>
  )
  const isEmpty = nominations.length === 0
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={isEmpty && waiting.length === 0 ? undefined : propose} />
      <DoneNotice slice="nominations" />
      <FormProblem result={useActionData<typeof action>()} slice="nominations" />
      <nav className={classes.switch} aria-label={t('list.views')}>
        <Link to={home} aria-current={isClosed ? undefined : 'page'}>
          {t('list.open')}
        </Link>
        <Link to={`${home}?view=closed`} aria-current={isClosed ? 'page' : undefined}>
          {t('list.closed')}
        </Link>
      </nav>
      <Stack gap={40}>
        {waiting.length > 0 && <WaitingVoices voices={waiting} />}
        {isEmpty && (isClosed || waiting.length === 0) && (
          <EmptyState title={t(isClosed ? 'list.none_closed' : 'list.none')} actions={isClosed ? undefined : propose}>
            {t(isClosed ? 'list.none_closed_help' : 'list.none_help')}
          </EmptyState>
        )}
        {!isEmpty && (
          <section aria-labelledby="dossiers">
            <Title order={2} id="dossiers" mb="sm">
              {t(isClosed ? 'list.decided' : 'list.dossiers', { count: nominations.length })}
            </Title>
            <ul className={`surface ${classes.list}`}>
              {nominations.map((nomination) => (
                <li key={nomination.nominationId} className={classes.dossier}>
                  <BadgeImage imageId={nomination.badge.imageId} alt="" size={56} />
                  <div>
                    <Link to={`${home}/${nomination.nominationId}`} className={classes.cover}>
                      {nomination.nominee.name}
                    </Link>
                    <Text size="sm" c="dimmed">
                      {[nomination.nominee.about, nomination.badge.name, t('list.voices', { count: nomination.voiceCount })].filter(Boolean).join(' · ')}
                    </Text>
                  </div>
                  <StateMark state={nomination.state} response={nomination.response} isAsked={!nomination.isWithoutAccount} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    </Container>
  )
}
