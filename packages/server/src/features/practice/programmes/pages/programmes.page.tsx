import { Anchor, Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './programmes.module.css'
import type { loader } from './programmes.server.ts'

export { loader } from '#features/practice/programmes/pages/programmes.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function ProgrammesPage() {
  const { organization, can, home, programmes } = useLoaderData<typeof loader>()
  const { t } = useTranslation('practice')
  const acts = (
    <>
      <Button component={Link} to={`${home}/library`} variant="default">
        {t('list.library')}
      </Button>
      <Button component={Link} to={`${home}/new`}>
        {t('list.create')}
      </Button>
    </>
  )
  const parts = [
    { key: 'mine', own: programmes.filter(({ isMine, isArchived }) => isMine && !isArchived) },
    { key: 'others', own: programmes.filter(({ isMine, isArchived }) => !isMine && !isArchived) },
    { key: 'archived', own: programmes.filter(({ isArchived }) => isArchived) },
  ].filter(({ own }) => own.length > 0)
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={programmes.length > 0 ? acts : undefined} />
      <DoneNotice slice="practice" />
      {programmes.length === 0 && (
        <EmptyState title={t('list.none')} actions={acts}>
          {t('list.none_help')}
        </EmptyState>
      )}
      <Stack gap="xl">
        {parts.map(({ key, own }) => (
          <section key={key} aria-labelledby={key}>
            {/* With nothing but one's own, the title of the page says it. */}
            <Title order={2} id={key} mb="sm" className={parts.length === 1 && key === 'mine' ? classes.unseen : undefined}>
              {t(`list.${key}`)}
            </Title>
            <ul className={`surface ${classes.list} ${classes.rows}`}>
              {own.map((programme) => (
                <Line key={programme.programmeId} programme={programme} home={home} />
              ))}
            </ul>
          </section>
        ))}
      </Stack>
      <Text mt="xl">
        <Anchor component={Link} to={`/organizations/${organization.slug}/booklets`} display="inline-flex" mih="2.75rem" style={{ alignItems: 'center' }}>
          {t('booklets:shown.title')}
        </Anchor>
      </Text>
    </Container>
  )
}

type Programme = ReturnType<typeof useLoaderData<typeof loader>>['programmes'][number]

function Line({ programme: { programmeId, name, schoolYear, badgeCount, peopleCount, period, isShared, isArchived }, home }: { programme: Programme; home: string }) {
  const { t } = useTranslation('practice')
  const facts = [schoolYear, t('list.badges', { count: badgeCount }), t('list.people', { count: peopleCount }), isShared && !isArchived ? t('list.shared') : '']
  return (
    <li className={classes.line}>
      <div>
        <Link to={`${home}/${programmeId}`} className={classes.cover}>
          {name}
        </Link>
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      {!isArchived && (
        <Text size="sm" className={classes.when}>
          {period ? t(period.isAhead ? 'list.ahead' : 'list.now', { name: period.name, from: period.from, to: period.to, count: period.required }) : t('list.over')}
        </Text>
      )}
    </li>
  )
}
