import { Anchor, Button, Container, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './mine.module.css'
import type { loader } from './programmes.server.ts'

export { loader } from '#features/practice/mine/pages/programmes.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function MyProgrammes() {
  const { programmes } = useLoaderData<typeof loader>()
  const { t } = useTranslation('mine')
  return (
    <Container size="lg">
      <PageHeader title={t('title')} lead={t('programmes.lead')} />
      {programmes.length === 0 ? (
        <EmptyState
          title={t('programmes.none')}
          picture={<img src="/favicon.svg" alt="" width={96} height={96} />}
          actions={
            <Button component={Link} to="/me/badges" variant="default">
              {t('to_badges')}
            </Button>
          }
        >
          {t('programmes.none_help')}
        </EmptyState>
      ) : (
        <ul className={classes.cards}>
          {programmes.map(({ programmeId, name, organizationName }) => (
            <li key={programmeId} className={`surface ${classes.card}`}>
              <Title order={2} size="h3">
                <Link to={`/me/practice/${programmeId}`} className={classes.cover}>
                  {name}
                </Link>
              </Title>
              <Text c="dimmed">{organizationName}</Text>
            </li>
          ))}
        </ul>
      )}
      <Text mt="xl">
        <Anchor component={Link} to="/me/practice/booklets" display="inline-flex" mih="2.75rem" style={{ alignItems: 'center' }}>
          {t('booklets:list.all')}
        </Anchor>
      </Text>
    </Container>
  )
}
