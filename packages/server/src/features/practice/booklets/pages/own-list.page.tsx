import { Button, Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { BookletLines } from './booklet-lines.tsx'
import type { loader } from './own-list.server.ts'

export { loader } from '#features/practice/booklets/pages/own-list.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function OwnBooklets() {
  const { booklets } = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  return (
    <Container size="md">
      <PageHeader title={t('list.title')} lead={t('list.lead')} back={{ to: '/me/practice', label: t('list.back') }} />
      {booklets.length === 0 ? (
        <EmptyState
          title={t('list.none')}
          actions={
            <Button component={Link} to="/me/badges" variant="default">
              {t('list.to_badges')}
            </Button>
          }
        >
          {t('list.none_help')}
        </EmptyState>
      ) : (
        <BookletLines booklets={booklets} hrefOf={(programmeId) => `/me/practice/${programmeId}/booklet`} />
      )}
    </Container>
  )
}
