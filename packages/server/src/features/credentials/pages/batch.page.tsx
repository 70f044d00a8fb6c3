import { Anchor, Button, Container, Group, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData, useNavigation, useRevalidator } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { loader } from './batch.server.ts'
import { BatchBadge } from './batch-badge.tsx'
import { BatchRows, TroubledRows } from './batch-rows.tsx'
import { IssueSteps } from './issue-steps.tsx'

export { action, loader } from '#features/credentials/pages/batch.server.ts'

export const meta = ({ loaderData }: { loaderData?: Awaited<ReturnType<typeof loader>> }) => [
  { title: `${loaderData?.title ?? ''} · ${loaderData?.badge.name ?? ''} · ${loaderData?.organization.name ?? ''} · BOAT` },
]

type Page = Awaited<ReturnType<typeof loader>>
const PHASES = { preview: Preview, running: Running, finished: Finished }

export default function BatchPage() {
  const page: Page = useLoaderData<typeof loader>()
  const Phase = PHASES[page.phase]
  return (
    <Container size="md">
      <OrganizationNav organization={page.organization} can={page.can} />
      <Phase {...page} />
    </Container>
  )
}

const issueHome = ({ organization }: Page) => `/organizations/${organization.slug}/issue`

function Preview(page: Page) {
  const { t } = useTranslation('credentials')
  const { counts, badge, can } = page
  const isBusy = useNavigation().state !== 'idle'
  const people = `${issueHome(page)}?achievement=${badge.achievementId}${page.isList ? `&to=list&batch=${page.batchId}` : ''}`
  return (
    <Stack gap="lg">
      <div>
        <PageHeader title={page.title} />
        <IssueSteps current={3} back={[issueHome(page), people]} />
        <FormProblem result={useActionData()} slice="credentials" />
      </div>
      <BatchBadge badge={badge} issuer={page.organization.name} validUntil={page.validUntil} />
      <ul style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
        {counts.pending > 0 && <li>{t('batch.preview.ready', { count: counts.pending })}</li>}
        {page.cardCount > 0 && <li>{t('batch.preview.cards', { count: page.cardCount })}</li>}
        {counts['already-held'] > 0 && <li>{t('batch.preview.held', { count: counts['already-held'] })}</li>}
        {counts.excluded > 0 && <li>{t('batch.preview.excluded', { count: counts.excluded })}</li>}
      </ul>
      {page.isArchived && <Notice kind="problem">{t('errors.achievement_archived')}</Notice>}
      {counts.pending === 0 && <Notice kind="warning">{t('batch.preview.nobody')}</Notice>}
      <TroubledRows rows={page.troubled} total={counts.excluded} title={t('batch.troubled.excluded')} />
      <BatchRows rows={page.ready} total={counts.pending + counts['already-held']} organization={page.organization} phase="preview" />
      <Form method="post">
        <Group>
          {counts.pending > 0 && can.issue && !page.isArchived && (
            <Button type="submit" name="intent" value="confirm" loading={isBusy}>
              {t('batch.preview.confirm', { count: counts.pending })}
            </Button>
          )}
          {can.issue && (
            <Button component={Link} to={people} variant="default">
              {t('batch.preview.back')}
            </Button>
          )}
        </Group>
      </Form>
    </Stack>
  )
}

function Running(page: Page) {
  const { t } = useTranslation('credentials')
  const { counts, badge } = page
  const total = counts.total - counts.excluded
  const done = total - counts.pending
  useEverySecond()
  return (
    <Stack gap="lg">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <PageHeader title={page.title} lead={t('batch.running.lead')} />
      <BatchBadge badge={badge} issuer={page.organization.name} validUntil={page.validUntil} />
      <div>
        <Text id="batch-progress" role="status" fw={600} mb={6}>
          {t('batch.running.progress', { done, total })}
        </Text>
        <progress
          className="batch-progress"
          aria-labelledby="batch-progress"
          value={done}
          max={total}
          style={{ width: '100%', height: '1.1rem', accentColor: 'var(--mantine-primary-color-filled)' }}
        />
      </div>
      <TroubledRows rows={page.troubled} total={counts.failed + counts.excluded} title={t('batch.troubled.so_far')} />
    </Stack>
  )
}

/** With scripts the numbers move by themselves; without, the page asks again every three seconds. */
function useEverySecond() {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => void (document.visibilityState === 'visible' && revalidate()), 1000)
    return () => clearInterval(timer)
  }, [revalidate])
}

function Finished(page: Page) {
  const { t } = useTranslation('credentials')
  const { counts, badge, organization } = page
  const isBusy = useNavigation().state !== 'idle'
  return (
    <Stack gap="lg">
      <div>
        <PageHeader title={page.title} back={{ to: `/organizations/${organization.slug}/credentials`, label: t('batch.finished.all_issued') }} />
        <FormProblem result={useActionData()} slice="credentials" />
        <Notice kind={counts.failed > 0 ? 'warning' : 'success'}>
          {t('batch.finished.summary', { issued: counts.issued, held: counts['already-held'], failed: counts.failed })}
        </Notice>
      </div>
      <BatchBadge badge={badge} issuer={organization.name} validUntil={page.validUntil} />
      <Group>
        {page.cardCount > 0 && page.can.issue && (
          <Button component={Link} to={`/organizations/${organization.slug}/cards?batch=${page.batchId}`}>
            {t('batch.finished.cards', { count: page.cardCount })}
          </Button>
        )}
        {page.can.issue && (
          <Button component={Link} to={`${issueHome(page)}?achievement=${badge.achievementId}`} variant="default">
            {t('batch.finished.again')}
          </Button>
        )}
        <Anchor href={`/api/v1/issue-batches/${page.batchId}/results.csv`} download>
          {t('batch.finished.csv')}
        </Anchor>
      </Group>
      <TroubledRows rows={page.troubled} total={counts.failed + counts.excluded} title={t('batch.troubled.failed')} />
      {counts.failed > 0 && page.can.issue && (
        <Form method="post">
          <Button type="submit" name="intent" value="retry" loading={isBusy}>
            {t('batch.finished.retry', { count: counts.failed })}
          </Button>
        </Form>
      )}
      <BatchRows rows={page.ready} total={counts.issued + counts['already-held']} organization={organization} phase="finished" />
    </Stack>
  )
}
