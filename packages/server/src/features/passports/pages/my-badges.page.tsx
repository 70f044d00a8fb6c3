import { Anchor, Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData, useRouteLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import { useKeptAlong } from '#web/offline/use-kept-page.ts'
import type { rootLoader } from '#web/root.server.ts'
import { Collection } from '../collection/pages/collection.tsx'
import classes from './my-badges.module.css'
import type { action, loader } from './my-badges.server.ts'
import type { PresentedHeld } from './present-held.ts'

export { action, loader } from '#features/passports/pages/my-badges.server.ts'
export const meta = titled

export default function MyBadges() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('passports')
  const { person } = useRouteLoaderData<typeof rootLoader>('root')!
  useKeptAlong('/me/pocket', !person?.isOnSharedDevice)
  const { waiting, declined, total, isFiltered } = page
  const isEmpty = waiting.length + declined.length + total === 0
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} actions={<Primary />} />
      <Shortcuts />
      <DoneNotice slice="passports" />
      <FormProblem result={result} slice="passports" />
      {isEmpty && <Empty />}
      <Stack gap={40}>
        {waiting.length > 0 && !isFiltered && (
          <section aria-labelledby="waiting">
            <Title order={2} id="waiting">
              {t('mine.new', { count: waiting.length })}
            </Title>
            <Text c="dimmed" mb="md">
              {t('mine.new_lead')}
            </Text>
            <ul className={classes.waiting}>
              {waiting.map((badge) => (
                <Waiting key={badge.id} badge={badge} />
              ))}
            </ul>
          </section>
        )}
        {total > 0 && <Collection page={page} />}
        {declined.length > 0 && !isFiltered && <Declined badges={declined} />}
      </Stack>
    </Container>
  )
}

/** A pupil most often holds a card; a grown-up has badges elsewhere. */
function Primary() {
  const { t } = useTranslation('passports')
  const { tone } = useRouteLoaderData<typeof rootLoader>('root')!
  return (
    <Button component={Link} to={tone === 'tu' ? '/claim' : '/me/badges/import'}>
      {t(tone === 'tu' ? 'mine.enter_code' : 'mine.add')}
    </Button>
  )
}

/** What else begins here, in a quiet line. */
function Shortcuts() {
  const { t } = useTranslation('passports')
  const { tone, takesPart } = useRouteLoaderData<typeof rootLoader>('root')!
  const shortcuts = [
    ...(takesPart ? [{ to: '/me/practice', key: 'practice' }] : []),
    { to: '/me/nominations', key: 'nominations' },
    ...(tone === 'vous' ? [{ to: '/me/shares/new?all=1&purpose=interview', key: 'interview' }] : []),
    { to: '/me/pocket', key: 'pocket' },
    ...(tone === 'tu' ? [{ to: '/me/family', key: 'family' }] : []),
    tone === 'tu' ? { to: '/me/badges/import', key: 'add' } : { to: '/claim', key: 'enter_code' },
  ]
  return (
    <nav className={classes.shortcuts} aria-label={t('mine.shortcuts')}>
      {shortcuts.map(({ to, key }) => (
        <Link key={key} to={to}>
          {t(`mine.${key}`)}
        </Link>
      ))}
    </nav>
  )
}

function Empty() {
  const { t } = useTranslation('passports')
  return (
    <EmptyState title={t('mine.empty.title')} picture={<img src="/favicon.svg" alt="" width={96} height={96} />}>
      <Text>{t('mine.empty.sentence')}</Text>
      <Text mt="xs">
        <Anchor component={Link} to="/account">
          {t('mine.empty.verify_email')}
        </Anchor>
      </Text>
    </EmptyState>
  )
}

function Waiting({ badge }: { badge: PresentedHeld }) {
  const { t } = useTranslation('passports')
  return (
    <li className={`surface ${classes.new}`}>
      <BadgeImage imageId={badge.imageId} alt={badge.imageAlt} size={112} />
      <div className={classes.about}>
        <Title order={3}>
          <Anchor component={Link} to={`/me/badges/${badge.id}`} inherit>
            {badge.name}
          </Anchor>
        </Title>
        <Text>{t('mine.from', { organization: badge.organizationName })}</Text>
        <Text size="sm" c="dimmed">
          {t('mine.received_on', { date: badge.receivedOn })}
        </Text>
      </div>
      <Answer id={badge.id} name={badge.name} />
    </li>
  )
}

function Answer({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('passports')
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="credentialId" value={id} />
      <Group gap="sm">
        <Button type="submit" name="response" value="accepted" aria-label={`${t('mine.accept')} : ${name}`}>
          {t('mine.accept')}
        </Button>
        <Button type="submit" name="response" value="declined" variant="default" aria-label={`${t('mine.decline')} : ${name}`}>
          {t('mine.decline')}
        </Button>
      </Group>
    </Form>
  )
}

function Declined({ badges }: { badges: PresentedHeld[] }) {
  const { t } = useTranslation('passports')
  return (
    <details className={classes.declined}>
      <summary>
        {t('mine.declined')} ({badges.length})
      </summary>
      <Text c="dimmed" mb="sm">
        {t('mine.declined_lead')}
      </Text>
      <ul className={classes.list}>
        {badges.map((badge) => (
          <li key={badge.id}>
            <Anchor component={Link} to={`/me/badges/${badge.id}`}>
              {badge.name}
            </Anchor>
            <Text span>{t('mine.from', { organization: badge.organizationName })}</Text>
            {badge.state !== 'revoked' && (
              <Form method="post">
                <input type="hidden" name="credentialId" value={badge.id} />
                <Button type="submit" name="response" value="accepted" variant="default" aria-label={`${t('mine.accept')} : ${badge.name}`}>
                  {t('mine.accept')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
