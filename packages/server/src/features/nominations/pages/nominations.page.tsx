import { Button, Container, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ViewSwitch } from '#web/components/view-switch.tsx'
import { DossierList } from './dossier-list.tsx'
import type { action, loader } from './nominations.server.ts'
import { WaitingVoices } from './waiting-voices.tsx'

export { action, loader } from '#features/nominations/pages/nominations.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function NominationsPage() {
  const { organization, can, view, waiting, nominations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('nominations')
  const [agreed, running] = [nominations.filter(({ state }) => state === 'agreed'), nominations.filter(({ state }) => state !== 'agreed')]
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
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          isEmpty && waiting.length === 0 ? undefined : (
            <>
              {propose}
              <Button component={Link} to={`/organizations/${organization.slug}/juries`} variant="default">
                {t('agenda.prepare')}
              </Button>
            </>
          )
        }
      />
      <DoneNotice slice="nominations" />
      <FormProblem result={useActionData<typeof action>()} slice="nominations" />
      <ViewSwitch
        label={t('list.views')}
        views={[
          { to: home, label: t('list.open'), isCurrent: !isClosed },
          { to: `${home}?view=closed`, label: t('list.closed'), isCurrent: isClosed },
        ]}
      />
      <Stack gap={40}>
        {waiting.length > 0 && <WaitingVoices voices={waiting} />}
        {isEmpty && (isClosed || waiting.length === 0) && (
          <EmptyState title={t(isClosed ? 'list.none_closed' : 'list.none')} actions={isClosed ? undefined : propose}>
            {t(isClosed ? 'list.none_closed_help' : 'list.none_help')}
          </EmptyState>
        )}
        <DossierList id="dossiers" title={t(isClosed ? 'list.decided' : 'list.dossiers', { count: running.length })} home={home} nominations={running} />
        <DossierList id="agreed" title={t('list.agreed', { count: agreed.length })} help={t('list.agreed_help')} home={home} nominations={agreed} />
        {agreed.length > 0 && (
          <div>
            <Button component={Link} to={`/organizations/${organization.slug}/ceremonies`} variant="default">
              {t('list.prepare_ceremony')}
            </Button>
          </div>
        )}
      </Stack>
    </Container>
  )
}
