import { Button, Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { BookletLines } from './booklet-lines.tsx'
import classes from './booklets.module.css'
import type { loader } from './child-list.server.ts'

export { loader } from '#features/practice/booklets/pages/child-list.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function ChildBooklets() {
  const { child, booklets } = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  const home = `/me/children/${child.childId}`
  return (
    <Container size="md">
      <PageHeader title={t('child.title', { name: child.givenName })} lead={t('child.lead', { name: child.givenName })} back={{ to: home, label: child.givenName }} />
      {booklets.length === 0 ? (
        <EmptyState
          title={t('child.none')}
          actions={
            <Button component={Link} to={home} variant="default">
              {t('child.to_badges')}
            </Button>
          }
        >
          {t('child.none_help', { name: child.givenName })}
        </EmptyState>
      ) : (
        <>
          <BookletLines booklets={booklets} hrefOf={(programmeId) => `${home}/booklets/${programmeId}`} />
          {!child.decidesAlone && (
            <Text mt="xl">
              <Link to={`${home}#booklet`} className={classes.tappable}>
                {t('child.to_consent')}
              </Link>
            </Text>
          )}
        </>
      )}
    </Container>
  )
}
