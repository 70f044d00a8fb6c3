import { Anchor, Button, Container, Group, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type MetaArgs, useLoaderData, useRouteLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { BadgeState } from '#web/components/badge-state.tsx'
import { EndorsementCard } from '#web/components/endorsement-card.tsx'
import { Notice } from '#web/components/notice.tsx'
import { Prose } from '#web/components/prose.tsx'
import type { rootLoader } from '#web/root.server.ts'
import classes from './credential.module.css'
import type { loader } from './credential.server.ts'

export { loader } from '#features/credentials/faces/pages/credential.server.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>
type Shown = Extract<Data, { isVisible: true }>

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  const page = loaderData as Data | undefined
  if (!page) return []
  const title = { title: `${page.title} · BOAT` }
  if (!page.isVisible) return [title, { name: 'robots', content: 'noindex' }]
  return [
    title,
    { name: 'description', content: page.summary },
    { name: 'robots', content: page.isPublic ? 'index, follow' : 'noindex' },
    { property: 'og:type', content: 'article' },
    { property: 'og:site_name', content: 'BOAT' },
    { property: 'og:title', content: page.title },
    { property: 'og:description', content: page.summary },
    { property: 'og:url', content: page.url },
    { property: 'og:image', content: `${page.url}/card.png` },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { property: 'og:image:alt', content: page.badge.imageAlt },
    { property: 'og:locale', content: page.locale === 'fr' ? 'fr_FR' : 'en_GB' },
    { name: 'twitter:card', content: 'summary_large_image' },
    { tagName: 'link', rel: 'canonical', href: page.url },
    { tagName: 'link', rel: 'alternate', type: 'application/vc+ld+json', href: `${page.url}.json` },
    { tagName: 'link', rel: 'alternate', type: 'application/vc+jwt', href: `${page.url}.jwt` },
    { 'script:ld+json': page.jsonLd },
  ]
}

export default function CredentialPage() {
  const page = useLoaderData<typeof loader>()
  return page.isVisible ? <Received page={page} /> : <NotShared />
}

function Received({ page }: { page: Shown }) {
  const { t } = useTranslation('faces')
  const { badge } = page
  return (
    <Container size="md">
      <Stack gap="lg">
        {!page.isPublic && page.view !== 'public' && (
          <Notice kind="info">{t(page.view !== 'holder' ? 'private_to_staff' : page.needsConsent ? 'private_to_child' : 'private_to_holder')}</Notice>
        )}
        <article className={`surface ${classes.sheet}`}>
          <div className={classes.picture}>
            <BadgeImage imageId={badge.imageId} alt={badge.imageAlt} size={240} />
          </div>
          <Stack gap="md" className={classes.words}>
            <div>
              <BadgeState state={page.state} label={t(`state.${page.state}.name`)} />
              <Title order={1} mt={6}>
                {badge.name}
              </Title>
            </div>
            <Text size="lg">{badge.description}</Text>
            <Facts page={page} />
            {page.state !== 'valid' && (
              <Notice kind={page.state === 'revoked' ? 'problem' : 'warning'}>
                {t(`state.${page.state}.sentence`, { date: page.validUntil ?? '', reason: page.revocationReason ?? '' })}
              </Notice>
            )}
            {page.mayCongratulate && (
              <div>
                <Button component={Link} to={`/me/circle/congratulate/${page.id}`} variant="light">
                  {t('congratulate')}
                </Button>
              </div>
            )}
            {page.view === 'holder' && (
              <div>
                <Button component={Link} to={`/me/badges/${page.id}`} variant="default">
                  {t('manage')}
                </Button>
              </div>
            )}
          </Stack>
        </article>
        <Verify page={page} />
        <Story page={page} />
        <Endorsements page={page} />
        <Downloads page={page} />
      </Stack>
    </Container>
  )
}

function Facts({ page }: { page: Shown }) {
  const { t } = useTranslation('faces')
  const { recipient } = page
  return (
    <dl className={classes.facts}>
      <dt>{t('labels.recipient')}</dt>
      <dd>{recipient.kind === 'named' ? recipient.name : t(`recipient.${recipient.kind}`)}</dd>
      <dt>{t('labels.issuer')}</dt>
      <dd>
        <Anchor component={Link} to={page.issuer.path}>
          {page.issuer.name}
        </Anchor>
      </dd>
      {page.author && (
        <>
          <dt>{t('labels.author')}</dt>
          <dd>
            {page.author.path ? (
              <Anchor component={Link} to={page.author.path}>
                {page.author.name}
              </Anchor>
            ) : (
              page.author.name
            )}
          </dd>
        </>
      )}
      {page.level && (
        <>
          <dt>{t('labels.level')}</dt>
          <dd>
            {page.level.name}
            <Text size="sm" c="dimmed">
              {page.level.description}
            </Text>
          </dd>
        </>
      )}
      <dt>{t('labels.issued')}</dt>
      <dd>{page.issuedOn}</dd>
      {page.validUntil && (
        <>
          <dt>{t(page.state === 'expired' ? 'labels.expired' : 'labels.valid_until')}</dt>
          <dd>{page.validUntil}</dd>
        </>
      )}
    </dl>
  )
}

function Verify({ page }: { page: Shown }) {
  const { t } = useTranslation('faces')
  return (
    <section className={`surface ${classes.verify}`} aria-labelledby="verify">
      <div>
        <Title order={2} id="verify">
          {t('verify.title')}
        </Title>
        <Text mt={4}>{t(page.isPublic ? 'verify.sentence' : 'verify.private.sentence')}</Text>
      </div>
      <Button component="a" href={page.isPublic ? `/verify?url=${encodeURIComponent(page.url)}` : '/verify'} size="lg" variant={page.isPublic ? 'filled' : 'default'}>
        {t(page.isPublic ? 'verify.action' : 'verify.private.action')}
      </Button>
    </section>
  )
}

function Story({ page }: { page: Shown }) {
  const { t } = useTranslation('faces')
  const { badge } = page
  return (
    <Stack gap="lg" className={`surface ${classes.story}`}>
      {page.narrative && (
        <section>
          <Title order={2} mb={6}>
            {t('labels.narrative')}
          </Title>
          <Prose html={page.narrative} />
        </section>
      )}
      {page.evidence.length > 0 && (
        <section>
          <Title order={2} mb={6}>
            {t('labels.evidence')}
          </Title>
          <List>
            {page.evidence.map((piece) => (
              <List.Item key={piece.url ?? piece.narrative}>
                {piece.url && (
                  <Anchor href={piece.url} rel="nofollow noopener">
                    {piece.name ?? t('labels.evidence_link')} <span className={classes.host}>({new URL(piece.url).host})</span>
                  </Anchor>
                )}
                {piece.narrative && <Prose html={piece.narrative} />}
              </List.Item>
            ))}
          </List>
        </section>
      )}
      <section>
        <Title order={2} mb={6}>
          {t('labels.criteria')}
        </Title>
        <Prose html={badge.criteria} />
        {page.localNote && (
          <Notice kind="info" mt="sm" mb="sm" title={t('labels.note', { name: page.issuer.name })}>
            <span style={{ whiteSpace: 'pre-line' }}>{page.localNote}</span>
          </Notice>
        )}
        <Anchor component={Link} to={badge.path}>
          {t('labels.badge_page')}
        </Anchor>
      </section>
      {badge.alignments.length > 0 && (
        <section>
          <Title order={2} mb={6}>
            {t('labels.alignments')}
          </Title>
          <List>
            {badge.alignments.map((alignment) => (
              <List.Item key={alignment.targetUrl}>
                <Anchor href={alignment.targetUrl} rel="nofollow noopener">
                  {alignment.targetName}
                </Anchor>
                {alignment.targetFramework && ` (${alignment.targetFramework})`}
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </Stack>
  )
}

/** Who supports it, in their own words. */
function Endorsements({ page: { endorsements } }: { page: Shown }) {
  const { t } = useTranslation('faces')
  if (endorsements.length === 0) return null
  return (
    <section className={`surface ${classes.story}`} aria-labelledby="endorsements">
      <Title order={2} id="endorsements">
        {t('endorsements.title')}
      </Title>
      <Text c="dimmed">{t('endorsements.lead')}</Text>
      {endorsements.map((endorsement) => (
        <EndorsementCard key={endorsement.id} endorsement={endorsement} />
      ))}
    </section>
  )
}

function Downloads({ page }: { page: Shown }) {
  const { t } = useTranslation('faces')
  const formats = ['png', 'svg', 'json', 'jwt'] as const
  return (
    <section aria-labelledby="downloads">
      <Title order={2} id="downloads" mb="sm">
        {t('downloads.title')}
      </Title>
      <Group gap="sm">
        {formats.map((format) => (
          <Button key={format} component="a" href={`/credentials/${page.id}.${format}`} download={`badge-${page.id.slice(0, 8)}.${format}`} variant="default">
            {t(`downloads.${format}`)}
          </Button>
        ))}
        <Button component="a" href={`/credentials/${page.id}?format=ob2`} variant="default">
          {t('downloads.ob2')}
        </Button>
      </Group>
    </section>
  )
}

function NotShared() {
  const { t } = useTranslation('faces')
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  return (
    <Container size="xs" py={{ base: 'md', sm: 60 }}>
      <Stack gap="md">
        <Title order={1}>{t('not_shared.title')}</Title>
        <Text>{t('not_shared.sentence')}</Text>
        <Text>{t('not_shared.advice')}</Text>
        <div>
          <Button component={Link} to={shell?.person ? '/me/badges' : '/sign-in?next=/me/badges'}>
            {t(shell?.person ? 'not_shared.my_badges' : 'not_shared.sign_in')}
          </Button>
        </div>
      </Stack>
    </Container>
  )
}
