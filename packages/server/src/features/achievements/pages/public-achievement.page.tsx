import { Anchor, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type MetaArgs, useLoaderData } from 'react-router'
import { Notice } from '#web/components/notice.tsx'
import { ResourceList } from '../resources/pages/resource-list.tsx'
import { AchievementBody } from './achievement-body.tsx'
import classes from './achievements.module.css'
import type { loader } from './public-achievement.server.ts'

export { loader } from '#features/achievements/pages/public-achievement.server.ts'

export const meta = ({ loaderData: badge }: MetaArgs<typeof loader>) =>
  badge && [
    { title: badge.title },
    { name: 'description', content: badge.description },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: 'BOAT' },
    { property: 'og:title', content: badge.name },
    { property: 'og:description', content: badge.description },
    { property: 'og:url', content: badge.url },
    { property: 'og:image', content: badge.card },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { property: 'og:image:alt', content: badge.imageAlt },
    { name: 'twitter:card', content: 'summary_large_image' },
    { tagName: 'link', rel: 'canonical', href: badge.url },
    { tagName: 'link', rel: 'alternate', type: 'application/ld+json', href: badge.url },
    { 'script:ld+json': badge.jsonLd },
  ]

export default function PublicAchievementPage() {
  const { t } = useTranslation('achievements')
  const badge = useLoaderData<typeof loader>()
  return (
    <Container size="md">
      {!badge.isLatest && (
        <Notice kind="info" mb="lg">
          {t('public.older', { number: badge.number })}{' '}
          <Anchor component={Link} to={`/achievements/${badge.achievementId}`} inherit>
            {t('public.see_latest')}
          </Anchor>
        </Notice>
      )}
      {badge.isArchived && (
        <Notice kind="info" mb="lg">
          {t('public.archived')}
        </Notice>
      )}
      <article>
        <AchievementBody {...badge} order={1} image={{ id: badge.imageId, alt: badge.imageAlt }} issuer={{ name: badge.issuer.name, to: `/issuers/${badge.issuer.id}` }} />
        <ResourceList resources={badge.resources} />
        <Adopters />
        <Versions />
      </article>
    </Container>
  )
}

/** Each gives it in its own name, with a word for its own people. */
function Adopters() {
  const { t } = useTranslation('achievements')
  const { adopters } = useLoaderData<typeof loader>()
  if (adopters.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="adopters">
      <Title order={2} id="adopters" mb={4}>
        {t('public.also_given_by')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('public.also_given_by_lead')}
      </Text>
      <Stack component="ul" gap="sm" className={classes.list}>
        {adopters.map(({ organizationId, name, localNote }) => (
          <li key={organizationId}>
            <strong>{name}</strong>
            {localNote && <Text className={classes.note}>{localNote}</Text>}
          </li>
        ))}
      </Stack>
    </section>
  )
}

function Versions() {
  const { t } = useTranslation('achievements')
  const { versions, number, achievementId, locale } = useLoaderData<typeof loader>()
  const day = (date: Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(date)
  return (
    <section className={classes.section} aria-labelledby="versions">
      <Title order={2} id="versions" mb={4}>
        {t('public.versions')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('public.versions_lead')}
      </Text>
      <ol reversed className={classes.list}>
        {versions.map((version) => (
          <li key={version.number}>
            {version.number === number ? (
              <Text fw={600} aria-current="page">
                {t('public.version', { number: version.number, date: day(version.publishedAt) })}
              </Text>
            ) : (
              <Anchor component={Link} to={`/achievements/${achievementId}/versions/${version.number}`}>
                {t('public.version', { number: version.number, date: day(version.publishedAt) })}
              </Anchor>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
