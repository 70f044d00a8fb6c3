import { Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './juries.module.css'
import { JuryMark } from './jury-state.tsx'
import type { loader } from './my-juries.server.ts'

export { loader } from '#features/juries/pages/my-juries.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function MyJuriesPage() {
  const { juries } = useLoaderData<typeof loader>()
  const { t } = useTranslation('juries')
  return (
    <Container size="lg">
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} back={{ to: '/me/badges', label: t('mine.badges') }} />
      {juries.length === 0 ? (
        <EmptyState title={t('mine.none')}>{t('mine.none_help')}</EmptyState>
      ) : (
        <ul className={`surface ${classes.list}`}>
          {juries.map((jury) => (
            <li key={jury.juryId} className={classes.line}>
              <div>
                <Link to={`/me/juries/${jury.juryId}`} className={classes.cover}>
                  {jury.title}
                </Link>
                <Text size="sm" c="dimmed">
                  {[jury.organizationName, jury.moment, jury.place, jury.isPresident ? t('members.president') : ''].filter(Boolean).join(' · ')}
                </Text>
                {jury.leftToVote > 0 && <Text fw={600}>{t('mine.left', { count: jury.leftToVote })}</Text>}
              </div>
              <JuryMark state={jury.state} />
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}
