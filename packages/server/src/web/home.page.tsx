import { Button, Container, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type MetaFunction, useLoaderData, useRouteLoaderData } from 'react-router'
import type { loader } from '#web/home.server.ts'
import type { rootLoader } from '#web/root.server.ts'
import { BadgeImage } from './components/badge-image.tsx'
import { Notice } from './components/notice.tsx'
import classes from './home.module.css'

export { loader } from '#web/home.server.ts'

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [{ title: loaderData?.title }]

export default function Home() {
  const { person } = useRouteLoaderData<typeof rootLoader>('root')!
  return (
    <Container size="lg">
      {person ? <Desk /> : <Welcome />}
      <Window />
      {!person && <HowItWorks />}
    </Container>
  )
}

function Welcome() {
  const { t } = useTranslation()
  const { badges } = useLoaderData<typeof loader>()
  return (
    <div className={classes.welcome}>
      <Stack gap="lg">
        <Title order={1} className={classes.headline}>
          {t('home.title')}
        </Title>
        <Text size="lg" maw="36rem">
          {t('home.lead')}
        </Text>
        <Group>
          <Button component={Link} to="/sign-in" size="lg">
            {t('shell.sign_in')}
          </Button>
          <Button component={Link} to="/verify" size="lg" variant="default">
            {t('shell.verify')}
          </Button>
          <Button component={Link} to="/claim" size="lg" variant="default">
            {t('home.claim')}
          </Button>
        </Group>
      </Stack>
      <div className={classes.fan} aria-hidden="true">
        {badges.slice(0, 3).map((badge) => (
          <BadgeImage key={badge.achievementId} imageId={badge.imageId} alt="" size={180} />
        ))}
      </div>
    </div>
  )
}

function Desk() {
  const { t } = useTranslation()
  const { person, organizations, hasChildren } = useRouteLoaderData<typeof rootLoader>('root')!
  const { held, waiting, proposedCount, takesOver } = useLoaderData<typeof loader>()
  return (
    <Stack gap="xl" mb="xl">
      <Title order={1}>{t('home.hello', { name: person!.givenName })}</Title>
      {takesOver && (
        <Notice kind="success">
          {t('guardians:mine.notice')} <Link to="/me/family">{t('guardians:mine.notice_link')}</Link>
        </Notice>
      )}
      {hasChildren && (
        <section className={classes.panel} aria-labelledby="my-children">
          <Title order={2} id="my-children">
            {t('shell.my_children')}
          </Title>
          <Text>{t('home.children')}</Text>
          <Group mt="auto">
            <Button component={Link} to="/me/children">
              {t('home.see_children')}
            </Button>
          </Group>
        </section>
      )}
      {waiting > 0 && (
        <Notice kind="info">
          {t('home.waiting', { count: waiting })} <Link to="/me/badges">{t('home.see_them', { count: waiting })}</Link>
        </Notice>
      )}
      {proposedCount > 0 && (
        <Notice kind="info">
          {t('home.proposed', { count: proposedCount })} <Link to="/me/nominations">{t('home.see_proposed')}</Link>
        </Notice>
      )}
      <SimpleGrid cols={{ base: 1, sm: organizations.length > 0 || person!.isNetworkAdmin ? 2 : 1 }} spacing="lg">
        <section className={classes.panel} aria-labelledby="my-badges">
          <Title order={2} id="my-badges">
            {t('shell.my_badges')}
          </Title>
          {held.length === 0 ? (
            <Text c="dimmed">{t('home.no_badges')}</Text>
          ) : (
            <ul className={classes.row}>
              {held.map((badge) => (
                <li key={badge.credentialId}>
                  <Link to={`/me/badges/${badge.credentialId}`} className={classes.badge}>
                    <BadgeImage imageId={badge.imageId} alt="" size={84} />
                    <span>{badge.name}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
          <Group mt="auto">
            <Button component={Link} to="/me/badges" variant="light">
              {t('home.all_my_badges')}
            </Button>
            <Button component={Link} to="/claim" variant="default">
              {t('home.claim')}
            </Button>
          </Group>
        </section>
        {(organizations.length > 0 || person!.isNetworkAdmin) && (
          <section className={classes.panel} aria-labelledby="my-organizations">
            <Title order={2} id="my-organizations">
              {t('shell.my_organizations')}
            </Title>
            <ul className={classes.list}>
              {organizations.map((organization) => (
                <li key={organization.id}>
                  <Link to={`/organizations/${organization.slug}`}>{organization.name}</Link>
                  {!organization.isPupil && organization.roles.some((role) => ['owner', 'admin', 'issuer'].includes(role)) && (
                    <Button component={Link} to={`/organizations/${organization.slug}/issue`} variant="light" size="sm" style={{ flexShrink: 0 }}>
                      {t('home.issue')}
                    </Button>
                  )}
                </li>
              ))}
              {person!.isNetworkAdmin && (
                <li>
                  <Link to="/network">{t('home.network')}</Link>
                </li>
              )}
            </ul>
          </section>
        )}
      </SimpleGrid>
    </Stack>
  )
}

function Window() {
  const { t } = useTranslation()
  const { badges } = useLoaderData<typeof loader>()
  if (badges.length === 0) return null
  return (
    <section aria-labelledby="newest" className={classes.window}>
      <Title order={2} id="newest">
        {t('home.newest')}
      </Title>
      <ul className={classes.gallery}>
        {badges.map((badge) => (
          <li key={badge.achievementId}>
            <Link to={`/achievements/${badge.achievementId}`} className={classes.badge}>
              <BadgeImage imageId={badge.imageId} alt="" size={112} />
              <span>{badge.name}</span>
              <small>{badge.organizationName}</small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function HowItWorks() {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg" mt="xl">
      {(['define', 'award', 'verify'] as const).map((step) => (
        <section key={step} className={classes.panel}>
          <Title order={2} size="h3">
            {t(`home.${step}.title`)}
          </Title>
          <Text>{t(`home.${step}.text`)}</Text>
        </section>
      ))}
    </SimpleGrid>
  )
}
