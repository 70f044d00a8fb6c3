import { Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData, useParams } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './guest.server.ts'
import { Arrive, VoteTable } from './vote-table.tsx'

export { action, loader } from '#features/juries/pages/guest.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function GuestPage() {
  const { title, organization, table, current } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { token } = useParams()
  const { t } = useTranslation('juries')
  const me = table?.members.find(({ isMe }) => isMe)
  return (
    <Container size="lg">
      <PageHeader title={title} lead={[organization, table?.jury.startsAt, table?.jury.place].filter(Boolean).join(' · ')} />
      <DoneNotice slice="juries" />
      <FormProblem result={result} slice="juries" />
      {!table && <EmptyState title={t('guest.over')}>{t('guest.over_help')}</EmptyState>}
      {table && (
        <>
          <Notice kind="info" mb="md" title={t('guest.welcome', { name: me?.name ?? '' })}>
            {t('guest.welcome_help')}
          </Notice>
          <Arrive table={table} />
          <VoteTable table={table} current={current} here={`/juries/guest/${token}`} result={result} />
        </>
      )}
    </Container>
  )
}
