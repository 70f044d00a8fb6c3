import { Container, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { BookletView } from './booklet-view.tsx'
import type { loader } from './shown-booklet.server.ts'

export { loader } from '#features/practice/booklets/pages/shown-booklet.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function ShownBooklet() {
  const { organization, can, booklet } = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={booklet.name}
        lead={[booklet.programme, booklet.organization, booklet.schoolYear].join(' · ')}
        back={{ to: `/organizations/${organization.slug}/booklets`, label: t('shown.title') }}
      />
      <Stack gap="xl">
        <Notice kind="info">{t('shown.notice', { name: booklet.givenName, organization: booklet.organization })}</Notice>
        <BookletView booklet={booklet} />
      </Stack>
    </Container>
  )
}
