import { Anchor, Button, Code, Container, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type MetaArgs, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Follow } from './follow.tsx'
import type { loader } from './issuer.server.ts'
import classes from './issuers.module.css'

export { loader } from '#features/issuers/pages/issuer.server.ts'

export const meta = ({ loaderData }: MetaArgs<typeof loader>) =>
  loaderData && [
    { title: loaderData.title },
    { name: 'description', content: loaderData.description },
    { property: 'og:type', content: 'profile' },
    { property: 'og:title', content: loaderData.name },
    { property: 'og:description', content: loaderData.description },
    { property: 'og:url', content: loaderData.url },
    { tagName: 'link', rel: 'canonical', href: loaderData.url },
    { tagName: 'link', rel: 'alternate', type: 'application/ld+json', href: loaderData.url },
    { 'script:ld+json': loaderData.jsonLd },
  ]

export default function IssuerPage() {
  const { t } = useTranslation('issuers')
  const issuer = useLoaderData<typeof loader>()
  return (
    <Container size="md">
      <PageHeader title={issuer.name} lead={[t(`type.${issuer.type}`), issuer.commune].filter(Boolean).join(' · ')} actions={<Follow />} />
      <Stack gap="xl">
        {(issuer.description || issuer.website) && (
          <Stack gap="xs" maw="42rem">
            {issuer.description && <Text style={{ whiteSpace: 'pre-line' }}>{issuer.description}</Text>}
            {issuer.website && (
              <div>
                <Anchor href={issuer.website} rel="nofollow noopener">
                  {t('page.website', { host: new URL(issuer.website).host })}
                </Anchor>
              </div>
            )}
          </Stack>
        )}
        <Badges />
        <section className="surface" aria-labelledby="verify">
          <Stack gap="sm" p="lg">
            <Title order={2} id="verify">
              {t('page.verify_title')}
            </Title>
            <Text maw="42rem">{t('page.verify_text')}</Text>
            <Group>
              <Button component={Link} to="/verify" variant="default">
                {t('page.verify_action')}
              </Button>
            </Group>
            <details>
              <summary className={classes.summary}>{t('page.technical')}</summary>
              <Stack gap={6} mt="xs">
                <Text size="sm">{t('page.technical_text')}</Text>
                <Code block className={classes.wrap}>
                  {issuer.did}
                </Code>
                <Anchor href={`${new URL(issuer.url).pathname}/did.json`} size="sm">
                  {t('page.did_document')}
                </Anchor>
              </Stack>
            </details>
          </Stack>
        </section>
      </Stack>
    </Container>
  )
}

function Badges() {
  const { t } = useTranslation('issuers')
  const { badges } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="badges">
      <Title order={2} id="badges" mb="md">
        {t('page.badges', { count: badges.length })}
      </Title>
      {badges.length === 0 ? (
        <Text c="dimmed">{t('page.no_badges')}</Text>
      ) : (
        <SimpleGrid component="ul" className={classes.list} cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
          {badges.map((badge) => (
            <li key={badge.achievementId} className={`surface ${classes.card}`}>
              <BadgeImage imageId={badge.imageId} alt="" size={112} />
              <Anchor component={Link} to={`/achievements/${badge.achievementId}`} className={classes.cover} fw={650}>
                {badge.name}
              </Anchor>
              {badge.authorName && <Text size="sm">{t('page.defined_by', { name: badge.authorName })}</Text>}
              <Text size="sm" c="dimmed" lineClamp={3}>
                {badge.description}
              </Text>
            </li>
          ))}
        </SimpleGrid>
      )}
    </section>
  )
}
