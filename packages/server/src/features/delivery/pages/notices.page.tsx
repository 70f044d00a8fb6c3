import { Container, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './notices.module.css'
import type { loader } from './notices.server.ts'

export { loader } from '#features/delivery/pages/notices.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function NoticesPage() {
  const { notices } = useLoaderData<typeof loader>()
  const { t } = useTranslation('delivery')
  return (
    <Container size="sm">
      <PageHeader title={t('notices.title')} lead={notices.length > 0 && t('notices.lead')} />
      {notices.length === 0 && <EmptyState title={t('notices.none')}>{t('notices.none_help')}</EmptyState>}
      {[...Map.groupBy(notices, ({ day }) => day)].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <Title order={2} size="h4" mt="xl" mb="sm">
            {day}
          </Title>
          <ul className={`surface ${classes.list}`}>
            {ofDay.map(({ noticeId, kind, words, path, isNew }) => (
              <li key={noticeId} className={classes.notice} data-new={isNew}>
                <Link to={path}>{t(`notices.${kind}`, words)}</Link>
                {isNew && (
                  <Text span size="sm" className={classes.mark}>
                    {t('notices.new')}
                  </Text>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Container>
  )
}
