import { Anchor, Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { PersonSearch } from '#web/components/person-search.tsx'
import type { loader } from './ask.server.ts'
import { AskForm } from './ask-form.tsx'
import classes from './endorsements.module.css'

export { action, loader } from '#features/endorsements/pages/ask.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export type AskPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function Ask() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('endorsements')
  const { badge, asked, byMail, isChild } = page
  const back = badge ? { to: badge.path, label: badge.name } : { to: '/me/endorsements', label: t('mine.title') }
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('ask.title')} lead={t('section.lead')} back={back} />
      {!badge && <ChooseBadge page={page} />}
      {badge && (
        <div className={classes.write}>
          <aside className={`surface ${classes.panel}`}>
            <BadgePicture badge={badge} size={112} isNamed />
            <Text fw={650} mt="sm">
              {badge.name}
            </Text>
            <Text size="sm">{badge.issuerName}</Text>
            <Anchor component={Link} to="/me/endorsements/new" size="sm" className={classes.tappable}>
              {t('ask.other_badge')}
            </Anchor>
          </aside>
          {asked || (byMail && !isChild) ? <AskForm page={page} /> : <ChoosePerson page={page} />}
        </div>
      )}
    </Container>
  )
}

function ChooseBadge({ page: { badges } }: { page: AskPage }) {
  const { t } = useTranslation('endorsements')
  if (badges.length === 0)
    return (
      <EmptyState
        title={t('ask.no_badge')}
        actions={
          <Button component={Link} to="/me/badges">
            {t('mine.back')}
          </Button>
        }
      >
        {t('ask.no_badge_help')}
      </EmptyState>
    )
  return (
    <section aria-labelledby="which">
      <Title order={2} id="which" mb="sm">
        {t('ask.which')}
      </Title>
      <ul className={classes.badges}>
        {badges.map((badge) => (
          <li key={badge.id}>
            <Link to={`/me/endorsements/new?badge=${badge.id}`} className={`surface ${classes.badge}`}>
              <BadgePicture badge={badge} size={64} isNamed />
              <span>
                <strong>{badge.name}</strong>
                <small>{badge.issuerName}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Somebody of here, or somebody who has no account. */
function ChoosePerson({ page: { badge, search, people, isChild } }: { page: AskPage }) {
  const { t } = useTranslation('endorsements')
  const here = `/me/endorsements/new?badge=${badge!.id}`
  return (
    <Stack gap="xl">
      <PersonSearch
        search={search}
        people={people.map(({ personId, name, about }) => ({ href: `${here}&person=${personId}`, name, about }))}
        kept={{ badge: badge!.id }}
        words={{
          title: t('ask.who'),
          label: t('ask.search'),
          help: t(isChild ? 'ask.search_help_child' : 'ask.search_help'),
          submit: t('ask.find'),
          found: t('ask.found', { count: people.length }),
        }}
      />
      {!isChild && (
        <section className={`surface ${classes.panel}`} aria-labelledby="outside">
          <Title order={2} id="outside" size="h3" mb={4}>
            {t('ask.outside')}
          </Title>
          <Text mb="md">{t('ask.outside_help')}</Text>
          <Button component={Link} to={`${here}&by=mail`} variant="default">
            {t('ask.by_mail')}
          </Button>
        </section>
      )}
    </Stack>
  )
}
