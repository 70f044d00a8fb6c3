import { Anchor, Button, Container, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { LineNotice } from '#web/offline/line-notice.tsx'
import classes from './mine.module.css'
import type { loader } from './programme.server.ts'
import { StateMark } from './state-mark.tsx'
import { useMine } from './use-mine.tsx'

export { loader } from '#features/practice/mine/pages/programme.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function MyProgramme() {
  const data = useLoaderData<typeof loader>()
  const { programmeId, name, description, organizationName, isArchived, isOnly, badges, aim, asked } = data
  const { t } = useTranslation('mine')
  const live = useMine(data)
  const waiting = new Set(live.outbox.waiting.map(({ about }) => about))
  return (
    <Container size="lg">
      <PageHeader title={name} lead={organizationName} {...(!isOnly && { back: { to: '/me/practice', label: t('title') } })} />
      <LineNotice live={live} words="mine" errors="practice" />
      {isArchived ? <Notice kind="info">{t('archived')}</Notice> : <AimPanel aim={aim} />}
      {asked.map(({ helpId, achievementId, name: mate, isHelper }) => (
        <Notice key={helpId} kind="info" mt="md">
          {t(isHelper ? 'asked.helper' : 'asked.helped', { name: mate, badge: badges.find((badge) => badge.achievementId === achievementId)?.name ?? '' })}{' '}
          <Anchor component={Link} to={`/me/practice/${programmeId}/${achievementId}#help`} inherit fw={600}>
            {t('asked.answer')}
          </Anchor>
        </Notice>
      ))}
      <section aria-labelledby="badges" className={classes.section}>
        <Title order={2} id="badges">
          {t('badges.title')}
        </Title>
        <Text c="dimmed" mb="md">
          {t('badges.lead')}
        </Text>
        <ul className={classes.cards}>
          {badges.map((badge) => (
            <Card key={badge.achievementId} badge={waiting.has(badge.achievementId) ? { ...badge, state: 'ready' } : badge} isOffline={live.isOffline} />
          ))}
        </ul>
      </section>
      {description && <Text className={classes.about}>{description}</Text>}
      <Group gap="sm" mt="lg">
        <Button component={Link} to={`/me/practice/${programmeId}/booklet`} variant="default">
          {t('to_booklet')}
        </Button>
        <Button component={Link} to="/me/badges" variant="default">
          {t('to_badges')}
        </Button>
      </Group>
    </Container>
  )
}

/** « Encore 1 badge avant le 18 décembre au soir ». */
function AimPanel({ aim }: { aim: Data['aim'] }) {
  const { t } = useTranslation('mine')
  return (
    <section className={classes.aim} data-kind={aim.kind} aria-labelledby="aim">
      <div>
        <Title order={2} id="aim">
          {t(`aim.${aim.kind}.title`, aim)}
        </Title>
        <Text>{t(`aim.${aim.kind}.text`, aim)}</Text>
      </div>
      {'required' in aim && aim.kind !== 'ahead' && <Dots done={aim.kind === 'done' ? aim.required : aim.done} required={aim.required} />}
    </section>
  )
}

/** The same as the words beside it, for the eye. */
function Dots({ done, required }: { done: number; required: number }) {
  if (required > 6) return null
  return (
    <Group gap={8} wrap="nowrap" aria-hidden="true">
      {Array.from({ length: required }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have nothing but their place.
        <span key={index} className={classes.dot} data-done={index < done || undefined} />
      ))}
    </Group>
  )
}

function Card({ badge: { achievementId, imageId, name, state, level, first }, isOffline }: { badge: Data['badges'][number]; isOffline: boolean }) {
  const { t } = useTranslation('mine')
  const { programmeId } = useLoaderData<typeof loader>()
  return (
    <li className={`surface ${classes.card}`} data-state={state}>
      <BadgeImage imageId={imageId} alt="" size={120} />
      <Title order={3} className={classes.name}>
        {/* Without a line, what this phone has kept of the page is shown. */}
        <Link to={`/me/practice/${programmeId}/${achievementId}`} className={classes.cover} reloadDocument={isOffline}>
          {name}
        </Link>
      </Title>
      <StateMark state={state} level={level} />
      {first.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('first', { names: first.join(', ') })}
        </Text>
      )}
    </li>
  )
}
