import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import classes from './circle.module.css'
import { CircleViews } from './circle-views.tsx'
import type { loader } from './news.server.ts'

export { loader } from '#features/passports/circle/pages/news.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>
type Item = Data['news'][number]

export default function NewsPage() {
  const { isChild, news, follows, page, isLast } = useLoaderData<typeof loader>()
  const { t } = useTranslation('circle')
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('news.title')} lead={t('news.lead')} />
      {isChild ? <Notice kind="info">{t('from_fifteen')}</Notice> : <CircleViews />}
      <div id="circle">
        <DoneNotice slice="circle" />
      </div>
      {!isChild && news.length === 0 && <Nothing follows={follows} />}
      <Stack gap="lg">
        <ul className={classes.shown}>
          {news.map((item) => (
            <NewsItem key={item.kind === 'published' ? item.achievementId : item.credentialId} item={item} />
          ))}
        </ul>
        {(page > 1 || !isLast) && (
          <Group component="nav" aria-label={t('web:pages.label')} justify="center">
            {page > 1 && (
              <Button component={Link} to={`?page=${page - 1}`} variant="default" rel="prev">
                {t('news.newer')}
              </Button>
            )}
            {!isLast && (
              <Button component={Link} to={`?page=${page + 1}`} variant="default" rel="next">
                {t('news.older')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Container>
  )
}

function Nothing({ follows }: { follows: boolean }) {
  const { t } = useTranslation('circle')
  return (
    <EmptyState
      title={t(follows ? 'news.none' : 'news.no_follow')}
      actions={
        <Button component={Link} to="/me/circle/follow" variant={follows ? 'default' : 'filled'}>
          {t('news.choose')}
        </Button>
      }
    >
      {t(follows ? 'news.none_help' : 'news.no_follow_help')}
    </EmptyState>
  )
}

function NewsItem({ item }: { item: Item }) {
  const { t } = useTranslation('circle')
  const isReceived = item.kind === 'received'
  return (
    <li className={`surface ${classes.badge}`}>
      <BadgeImage imageId={item.imageId} alt="" size={72} />
      <div className={classes.about}>
        <Text size="sm" c="dimmed">
          {item.on}
        </Text>
        <Text mt={2}>
          {isReceived ? t('news.received', { person: item.personName, organization: item.organizationName }) : t('news.published', { organization: item.organizationName })}
        </Text>
        <Title order={2} size="h3" mt={2}>
          <Link to={isReceived ? `/credentials/${item.credentialId}` : `/achievements/${item.achievementId}`} className={classes.title}>
            {item.name}
          </Link>
        </Title>
        <Text lineClamp={2} c="dimmed" mt={4}>
          {item.description}
        </Text>
        {isReceived && <Congratulate item={item} />}
      </div>
    </li>
  )
}

function Congratulate({ item }: { item: Extract<Item, { kind: 'received' }> }) {
  const { t } = useTranslation('circle')
  if (item.hasCongratulated)
    return (
      <Text mt="sm" fw={600}>
        {t('news.congratulated')}
      </Text>
    )
  if (!item.mayCongratulate) return null
  return (
    <Button
      component={Link}
      to={`/me/circle/congratulate/${item.credentialId}`}
      variant="light"
      mt="sm"
      aria-label={t('congratulate.named', { person: item.personName, badge: item.name })}
    >
      {t('congratulate.action')}
    </Button>
  )
}
