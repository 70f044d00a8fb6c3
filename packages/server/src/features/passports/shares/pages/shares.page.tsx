import { Anchor, Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import { CopyField } from './copy-field.tsx'
import { FromFifteen } from './from-fifteen.tsx'
import type { PresentedShare } from './present-share.ts'
import { Facts } from './share-facts.tsx'
import classes from './shares.module.css'
import type { action, loader } from './shares.server.ts'

export { action, loader } from '#features/passports/shares/pages/shares.server.ts'
export const meta = titled

export default function Shares() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('shares')
  const isEmpty = page.open.length + page.over.length === 0
  const start = (
    <Button component={Link} to="/me/shares/new">
      {t('mine.new')}
    </Button>
  )
  const actions = (
    <>
      {start}
      {page.hasBadges && (
        <Button component={Link} to="/me/shares/new?all=1&purpose=interview" variant="default">
          {t('mine.interview')}
        </Button>
      )}
    </>
  )
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('mine.title')} lead={page.isProtected ? undefined : t('mine.lead')} actions={page.isProtected || isEmpty ? undefined : actions} />
      <DoneNotice slice="shares" />
      <FormProblem result={result} slice="shares" />
      <Stack gap={40}>
        {page.isProtected && <FromFifteen />}
        {!page.isProtected && isEmpty && <Nothing start={start} hasBadges={page.hasBadges} />}
        {page.open.length > 0 && <OpenOnes shares={page.open} />}
        {page.over.length > 0 && <Over shares={page.over} />}
      </Stack>
    </Container>
  )
}

function Nothing({ start, hasBadges }: { start: React.ReactNode; hasBadges: boolean }) {
  const { t } = useTranslation('shares')
  if (!hasBadges)
    return (
      <EmptyState
        title={t('mine.no_badges.title')}
        actions={
          <Button component={Link} to="/me/badges/import">
            {t('mine.no_badges.add')}
          </Button>
        }
      >
        <Text>{t('mine.no_badges.sentence')}</Text>
      </EmptyState>
    )
  return (
    <EmptyState title={t('mine.empty.title')} actions={start}>
      <Text>{t('mine.empty.sentence')}</Text>
      <ul className={classes.uses}>
        {(['link', 'interview', 'signature', 'embed'] as const).map((purpose) => (
          <li key={purpose}>
            <Anchor component={Link} to={`/me/shares/new?purpose=${purpose}`}>
              {t(`purpose.${purpose}.name`)}
            </Anchor>
            <span>{t(`purpose.${purpose}.help`)}</span>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

function OpenOnes({ shares }: { shares: PresentedShare[] }) {
  const { t } = useTranslation('shares')
  return (
    <section aria-labelledby="open">
      <Title order={2} id="open" mb="md">
        {t('mine.open', { count: shares.length })}
      </Title>
      <ul className={classes.list}>
        {shares.map((share) => (
          <OpenOne key={share.shareId} share={share} />
        ))}
      </ul>
      {shares.length > 1 && (
        <details className={classes.all}>
          <summary>{t('mine.close_all')}</summary>
          <Text mb="sm">{t('mine.close_all_help', { count: shares.length })}</Text>
          <Form method="post">
            <Button type="submit" name="intent" value="close-all" color="red" variant="light">
              {t('mine.close_all_submit')}
            </Button>
          </Form>
        </details>
      )}
    </section>
  )
}

function OpenOne({ share }: { share: PresentedShare }) {
  const { t } = useTranslation('shares')
  const { title } = share
  return (
    <li className={`surface ${classes.share}`}>
      <Title order={3}>
        <Anchor component={Link} to={`/me/shares/${share.shareId}`} inherit>
          {title}
        </Anchor>
      </Title>
      <Facts share={share} />
      {share.purpose !== 'interview' && <CopyField label={t('address')} value={share.address!} />}
      <Group gap="sm">
        <Button component={Link} to={`/me/shares/${share.shareId}`} variant="default">
          {t(`mine.use.${share.purpose}`)}
        </Button>
        <Button component="a" href={share.address!} variant="default">
          {t('preview')}
        </Button>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="shareId" value={share.shareId} />
          <Button type="submit" name="intent" value="close" variant="default" aria-label={`${t('close')} : ${title}`}>
            {t('close')}
          </Button>
        </Form>
      </Group>
    </li>
  )
}

function Over({ shares }: { shares: PresentedShare[] }) {
  const { t } = useTranslation('shares')
  return (
    <section aria-labelledby="over">
      <Title order={2} id="over">
        {t('mine.over')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('mine.over_lead')}
      </Text>
      <ul className={classes.list}>
        {shares.map((share) => (
          <OverOne key={share.shareId} share={share} />
        ))}
      </ul>
    </section>
  )
}

function OverOne({ share }: { share: PresentedShare }) {
  const { t } = useTranslation('shares')
  const { title } = share
  return (
    <li className={classes.past}>
      <div>
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {t(share.wasClosed ? 'mine.closed_on' : 'mine.ended_on', { date: share.endsOn ?? '' })}
        </Text>
      </div>
      <Anchor component={Link} to={share.again} aria-label={`${t('mine.again')} : ${title}`} display="inline-flex" mih="2.75rem" style={{ alignItems: 'center' }}>
        {t('mine.again')}
      </Anchor>
    </li>
  )
}
