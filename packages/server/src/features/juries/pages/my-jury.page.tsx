import { Button, Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './my-jury.server.ts'
import { Arrive, VoteTable } from './vote-table.tsx'

export { action, loader } from '#features/juries/pages/my-jury.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function MyJuryPage() {
  const { table, current, organization } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('juries')
  const { jury, me } = table
  const isClosed = jury.state === 'closed'
  return (
    <Container size="lg">
      <PageHeader
        title={jury.title}
        lead={[organization.name, jury.startsAt, jury.place].filter(Boolean).join(' · ')}
        back={{ to: '/me/juries', label: t('mine.title') }}
        actions={
          <>
            {me.mayRun && !isClosed && (
              <Button component={Link} to={`/organizations/${organization.slug}/juries/${jury.juryId}/session`} variant="default">
                {t('next.go')}
              </Button>
            )}
            {isClosed && !me.isPupil && (
              <Button component={Link} to={`/juries/${jury.juryId}/minutes`}>
                {t('next.minutes')}
              </Button>
            )}
          </>
        }
      />
      <DoneNotice slice="juries" />
      <FormProblem result={result} slice="juries" />
      <Arrive table={table} />
      <VoteTable table={table} current={current} here={`/me/juries/${jury.juryId}`} result={result} />
    </Container>
  )
}
