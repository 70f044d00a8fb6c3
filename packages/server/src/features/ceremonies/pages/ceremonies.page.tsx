import { Button, Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './ceremonies.module.css'
import type { loader } from './ceremonies.server.ts'
import { StateMark } from './state-mark.tsx'

export { loader } from '#features/ceremonies/pages/ceremonies.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function CeremoniesPage() {
  const { organization, can, home, agreedCount, ceremonies } = useLoaderData<typeof loader>()
  const { t } = useTranslation('ceremonies')
  const prepare = (
    <Button component={Link} to={`${home}/new`}>
      {t('list.prepare')}
    </Button>
  )
  const isEmpty = ceremonies.length === 0
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={isEmpty ? undefined : prepare} />
      <DoneNotice slice="ceremonies" />
      {agreedCount > 0 && (
        <Notice kind="info" mb="md">
          {t('list.agreed', { count: agreedCount })}
        </Notice>
      )}
      {isEmpty ? (
        <EmptyState title={t('list.empty')} actions={prepare}>
          {t('list.empty_help')}
        </EmptyState>
      ) : (
        <ul className={classes.cards}>
          {ceremonies.map((ceremony) => (
            <li key={ceremony.ceremonyId} className={`surface ${classes.card}`}>
              <div>
                <Link to={`${home}/${ceremony.ceremonyId}`} className={classes.cover}>
                  {ceremony.title}
                </Link>
                <Text c="dimmed">{[ceremony.when, ceremony.place].filter(Boolean).join(' · ')}</Text>
                <Text size="sm" c="dimmed">
                  {[
                    t('list.people', { count: ceremony.recipientCount }),
                    ceremony.leftToHandCount > 0 && t('list.left', { count: ceremony.leftToHandCount }),
                    ceremony.failedCount > 0 && t('list.failed', { count: ceremony.failedCount }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </div>
              <StateMark of="state" state={ceremony.state} />
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}
