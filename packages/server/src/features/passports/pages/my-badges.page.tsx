import { Anchor, Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData, useRouteLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { BadgeState } from '#web/components/badge-state.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { LevelLine } from '#web/components/level-ladder.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { useKeptAlong } from '#web/offline/use-kept-page.ts'
import type { rootLoader } from '#web/root.server.ts'
import { ImportPicture, ImportStateWord } from '../imports/pages/import-card.tsx'
import type { PresentedImport } from '../imports/pages/present-import.ts'
import classes from './my-badges.module.css'
import type { action, loader } from './my-badges.server.ts'
import { PassportNav } from './passport-nav.tsx'
import type { PresentedHeld } from './present-held.ts'

export { action, loader } from '#features/passports/pages/my-badges.server.ts'
export const meta = titled

export default function MyBadges() {
  const { waiting, kept, imported, declined } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('passports')
  const { tone, takesPart, person } = useRouteLoaderData<typeof rootLoader>('root')!
  useKeptAlong('/me/pocket', !person?.isOnSharedDevice)
  const isEmpty = waiting.length + kept.length + imported.length + declined.length === 0
  const enterCode = (
    <Button component={Link} to="/claim" variant={isEmpty ? 'filled' : 'default'}>
      {t('mine.enter_code')}
    </Button>
  )
  const proposals = (
    <Button component={Link} to="/me/nominations" variant="default">
      {t('mine.nominations')}
    </Button>
  )
  const actions = (
    <>
      {takesPart && (
        <Button component={Link} to="/me/practice" variant="default">
          {t('mine.practice')}
        </Button>
      )}
      {proposals}
      {tone === 'tu' && (
        <Button component={Link} to="/me/family" variant="default">
          {t('mine.family')}
        </Button>
      )}
      {!isEmpty && enterCode}
      <Button component={Link} to="/me/badges/import" variant="default">
        {t('mine.add')}
      </Button>
    </>
  )
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} actions={actions} />
      <DoneNotice slice="passports" />
      <FormProblem result={result} slice="passports" />
      {isEmpty && <Empty action={enterCode} />}
      <Stack gap={40}>
        {waiting.length > 0 && (
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
        {kept.length > 0 && (
          <section aria-labelledby="kept">
            <Title order={2} id="kept" mb="md">
              {t('mine.kept')}
            </Title>
            <ul className={classes.grid}>
              {kept.map((badge) => (
                <Kept key={badge.id} badge={badge} />
              ))}
            </ul>
          </section>
        )}
        {imported.length > 0 && (
          <section aria-labelledby="elsewhere">
            <Title order={2} id="elsewhere" mb="md">
              {t('mine.elsewhere')}
            </Title>
            <ul className={classes.grid}>
              {imported.map((badge) => (
                <Imported key={badge.id} badge={badge} />
              ))}
            </ul>
          </section>
        )}
        {declined.length > 0 && <Declined badges={declined} />}
      </Stack>
    </Container>
  )
}

function Empty({ action }: { action: React.ReactNode }) {
  const { t } = useTranslation('passports')
  return (
    <EmptyState title={t('mine.empty.title')} actions={action} picture={<img src="/favicon.svg" alt="" width={96} height={96} />}>
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

type KeptBadge = ReturnType<typeof useLoaderData<typeof loader>>['kept'][number]

function Kept({ badge }: { badge: KeptBadge }) {
  const { t } = useTranslation(['passports', 'faces'])
  return (
    <li className={`surface ${classes.card}`}>
      <BadgeImage imageId={badge.imageId} alt={badge.imageAlt} size={128} />
      <Title order={3} className={classes.name}>
        <Link to={`/me/badges/${badge.id}`} className={classes.cover}>
          {badge.line ? badge.badgeName : badge.name}
        </Link>
      </Title>
      {badge.line && <LevelLine {...badge.line} label={(name, isReached) => t(isReached ? 'steps.level_reached' : 'steps.level_ahead', { name })} />}
      <Text size="sm">{badge.organizationName}</Text>
      <Text size="sm" c="dimmed">
        {badge.receivedOn}
      </Text>
      <Group gap={6} justify="center">
        {badge.state !== 'valid' && <BadgeState state={badge.state} label={t(`faces:state.${badge.state}.name`)} />}
        <Text size="sm" c="dimmed">
          {t(badge.isShared ? 'mine.shared' : 'mine.private')}
        </Text>
      </Group>
    </li>
  )
}

function Imported({ badge }: { badge: PresentedImport }) {
  return (
    <li className={`surface ${classes.card}`}>
      <ImportPicture badge={badge} size={128} />
      <Title order={3} className={classes.name}>
        <Link to={`/me/imports/${badge.id}`} className={classes.cover}>
          {badge.name}
        </Link>
      </Title>
      {badge.issuerName && <Text size="sm">{badge.issuerName}</Text>}
      {badge.receivedOn && (
        <Text size="sm" c="dimmed">
          {badge.receivedOn}
        </Text>
      )}
      {badge.state !== 'valid' && <ImportStateWord badge={badge} />}
    </li>
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
