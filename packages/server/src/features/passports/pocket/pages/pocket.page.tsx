import { Anchor, Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData, useRouteLoaderData } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { BadgeState } from '#web/components/badge-state.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { useKeptPage } from '#web/offline/use-kept-page.ts'
import type { rootLoader } from '#web/root.server.ts'
import { useInstall } from '../browser/use-install.ts'
import classes from './pocket.module.css'
import type { loader } from './pocket.server.ts'

export { loader } from '#features/passports/pocket/pages/pocket.server.ts'
export const meta = titled

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function Pocket() {
  const { badges, shares, seenAt } = useLoaderData<typeof loader>()
  const { t } = useTranslation('pocket')
  const { person } = useRouteLoaderData<typeof rootLoader>('root')!
  useKeptPage(!person?.isOnSharedDevice)
  return (
    <Container size="md">
      <PageHeader title={t('title')} lead={t('lead')} back={{ to: '/me/badges', label: t('back') }} />
      <Text size="sm" c="dimmed" mb="lg">
        {t(person?.isOnSharedDevice ? 'shared_device' : 'seen_at', { moment: seenAt })}
      </Text>
      <Install />
      {shares.length > 0 && (
        <section aria-labelledby="codes" className={classes.section}>
          <Title order={2} id="codes" mb="xs">
            {t('codes.title')}
          </Title>
          <Text c="dimmed" mb="md">
            {t('codes.lead')}
          </Text>
          <ul className={classes.list}>
            {shares.map((share) => (
              <Share key={share.shareId} share={share} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="badges" className={classes.section}>
        <Title order={2} id="badges" mb="md">
          {t('badges', { count: badges.length })}
        </Title>
        {badges.length === 0 && (
          <EmptyState title={t('empty.title')}>
            <Text>{t('empty.sentence')}</Text>
          </EmptyState>
        )}
        <ul className={classes.list}>
          {badges.map((badge) => (
            <Badge key={badge.badgeId} badge={badge} />
          ))}
        </ul>
      </section>
    </Container>
  )
}

function Share({ share }: { share: Page['shares'][number] }) {
  const { t } = useTranslation('pocket')
  return (
    <li className={`surface ${classes.item}`}>
      <details>
        <summary className={classes.summary}>
          <span className={classes.about}>
            <span className={classes.name}>{share.label || t(`codes.${share.scope}`, { count: share.count })}</span>
            <span className={classes.small}>{share.until ? t('codes.until', { date: share.until }) : t('codes.no_end')}</span>
          </span>
        </summary>
        <Qr address={share.address} qr={share.qr} />
      </details>
    </li>
  )
}

function Badge({ badge }: { badge: Page['badges'][number] }) {
  const { t } = useTranslation(['pocket', 'imports'])
  return (
    <li className={`surface ${classes.item}`}>
      <details>
        <summary className={classes.summary}>
          <BadgePicture badge={badge} size={64} />
          <span className={classes.about}>
            <span className={classes.name}>{badge.name}</span>
            <span className={classes.small}>{[badge.issuerName, badge.receivedOn].filter(Boolean).join(' · ')}</span>
          </span>
        </summary>
        <Stack gap="sm" className={classes.inside}>
          {badge.state !== 'valid' && (
            <Group>
              <BadgeState state={badge.state === 'expired' ? 'expired' : 'declined'} label={t(`imports:state.${badge.state}.name`)} />
            </Group>
          )}
          {badge.sentence && <blockquote className={classes.sentence}>{badge.sentence}</blockquote>}
          {badge.description && <Text>{badge.description}</Text>}
          {badge.open ? <Qr {...badge.open} /> : <Text c="dimmed">{t('private')}</Text>}
          <Anchor component={Link} to={badge.kind === 'received' ? `/me/badges/${badge.badgeId}` : `/me/imports/${badge.badgeId}`} className={classes.more}>
            {t('more')}
          </Anchor>
        </Stack>
      </details>
    </li>
  )
}

function Qr({ address, qr }: { address: string; qr: { size: number; path: string } }) {
  const { t } = useTranslation('pocket')
  return (
    <div className={classes.qr}>
      <svg viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`} role="img" aria-label={t('qr')} shapeRendering="crispEdges">
        <rect x="-2" y="-2" width={qr.size + 4} height={qr.size + 4} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <Text size="sm" className={classes.address}>
        {address}
      </Text>
    </div>
  )
}

/** Where a browser offers it, one press; where it does not, how to. */
function Install() {
  const { t } = useTranslation('pocket')
  const { isInstalled, install } = useInstall()
  if (isInstalled) return null
  return (
    <details className={classes.install}>
      <summary>{t('install.title')}</summary>
      <Text mb="sm">{t('install.sentence')}</Text>
      {install && (
        <Button onClick={install} variant="default" mb="sm">
          {t('install.submit')}
        </Button>
      )}
      <ul className={classes.ways}>
        <li>{t('install.android')}</li>
        <li>{t('install.iphone')}</li>
        <li>{t('install.desk')}</li>
      </ul>
    </details>
  )
}
