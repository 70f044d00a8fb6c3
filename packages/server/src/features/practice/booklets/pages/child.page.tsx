import { Button, Container, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import { PageHeader } from '#web/components/page-header.tsx'
import { BookletView } from './booklet-view.tsx'
import type { loader } from './child.server.ts'

export { loader } from '#features/practice/booklets/pages/child.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function ChildBooklet() {
  const { childId, booklet } = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  const home = `/me/children/${childId}/booklets`
  return (
    <Container size="lg">
      <PageHeader
        title={booklet.programme}
        lead={[booklet.givenName, booklet.organization, booklet.className, booklet.schoolYear].filter(Boolean).join(' · ')}
        back={{ to: home, label: t('child.title', { name: booklet.givenName }) }}
        actions={
          <Button component="a" href={`${home}/${booklet.programmeId}/booklet.pdf`} download>
            {t('own.print')}
          </Button>
        }
      />
      <Stack gap="xl">
        <BookletView booklet={booklet} />
      </Stack>
    </Container>
  )
}
