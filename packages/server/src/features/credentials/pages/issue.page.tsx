import { Container } from '@mantine/core'
import { useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { ChooseBadge } from './choose-badge.tsx'
import { ChoosePeople } from './choose-people.tsx'
import type { loader } from './issue.server.ts'

export { action, loader } from '#features/credentials/pages/issue.server.ts'

export const meta = ({ loaderData }: { loaderData?: Awaited<ReturnType<typeof loader>> }) => [
  { title: `${loaderData?.title ?? ''} · ${loaderData?.organization.name ?? ''} · BOAT` },
]

export default function IssuePage() {
  const page = useLoaderData<typeof loader>()
  return (
    <Container size="md">
      <OrganizationNav organization={page.organization} can={page.can} />
      <DoneNotice slice="credentials" />
      {page.step === 1 ? <ChooseBadge {...page} /> : <ChoosePeople {...page} />}
    </Container>
  )
}
