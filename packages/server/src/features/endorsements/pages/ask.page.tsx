import { Anchor, Button, Container, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { useSearchAsTyped } from '#web/components/use-search-as-typed.ts'
import type { loader } from './ask.server.ts'
import { AskForm } from './ask-form.tsx'
import { BadgePicture } from './badge-picture.tsx'
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
      <PageHeader title={t('ask.title')} lead={t('section.lead')} back={back} />
      {!badge && <ChooseBadge page={page} />}
      {badge && (
        <div className={classes.write}>
          <aside className={`surface ${classes.panel}`}>
            <BadgePicture badge={badge} size={112} />
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
              <BadgePicture badge={badge} size={64} />
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

/** Finds somebody as one types; without scripts, by a button. Or somebody who has no account here. */
function ChoosePerson({ page: { badge, search, people, isChild } }: { page: AskPage }) {
  const { t } = useTranslation('endorsements')
  const searchSoon = useSearchAsTyped()
  const isSearched = search.trim().length >= 2
  const here = `/me/endorsements/new?badge=${badge!.id}`
  return (
    <Stack gap="xl">
      <section aria-labelledby="who">
        <Title order={2} id="who" mb="sm">
          {t('ask.who')}
        </Title>
        <Form method="get" role="search" onInput={searchSoon}>
          <input type="hidden" name="badge" value={badge!.id} />
          <Group align="flex-end" gap="sm">
            <TextInput
              name="q"
              label={t('ask.search')}
              description={t(isChild ? 'ask.search_help_child' : 'ask.search_help')}
              defaultValue={search}
              autoComplete="off"
              size="lg"
              flex="1 1 16rem"
              maxLength={80}
            />
            <Button type="submit" variant="default" size="lg">
              {t('ask.find')}
            </Button>
          </Group>
        </Form>
        <Text role="status" c="dimmed" mt="sm" className={classes.found}>
          {isSearched ? t('ask.found', { count: people.length }) : ''}
        </Text>
        {people.length > 0 && (
          <ul className={`surface ${classes.list}`}>
            {people.map((person) => (
              <li key={person.personId}>
                <Link to={`${here}&person=${person.personId}`} className={classes.pick}>
                  <strong>{person.name}</strong>
                  <span>{person.about}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
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
