import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { useSearchAsTyped } from '#web/components/use-search-as-typed.ts'
import type { Propose } from './nominate.page.tsx'
import classes from './nominations.module.css'

/** Finds somebody as one types; without scripts, by a button. */
export function ChoosePerson({ page: { search, people, me }, here }: { page: Propose; here: string }) {
  const { t } = useTranslation('nominations')
  const searchSoon = useSearchAsTyped()
  const isSearched = search.trim().length >= 2
  return (
    <Stack gap="xl" maw="44rem">
      <section aria-labelledby="who">
        <Title order={2} id="who" mb="sm">
          {t('propose.who')}
        </Title>
        <Form method="get" role="search" onInput={searchSoon}>
          <Group align="flex-end" gap="sm">
            <TextInput
              name="q"
              label={t('propose.search')}
              description={t('propose.search_help')}
              defaultValue={search}
              autoComplete="off"
              size="lg"
              flex="1 1 16rem"
              maxLength={80}
            />
            <Button type="submit" variant="default" size="lg">
              {t('propose.find')}
            </Button>
          </Group>
        </Form>
        <Text role="status" c="dimmed" mt="sm" className={classes.found}>
          {isSearched ? t('propose.found', { count: people.length }) : ''}
        </Text>
        {people.length > 0 && (
          <ul className={`surface ${classes.list}`}>
            {people.map((person) => (
              <li key={person.personId}>
                <Link to={`${here}?person=${person.personId}`} className={classes.pick}>
                  <strong>{person.name}</strong>
                  <span>{person.isMe ? t('propose.you') : person.about || t(person.isPupil ? 'propose.pupil' : 'propose.team')}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <details className={`surface ${classes.details}`} open={isSearched && people.length === 0}>
        <summary>{t('propose.elsewhere')}</summary>
        <Form method="get">
          <Stack gap="md">
            <Text>{t('propose.elsewhere_help')}</Text>
            <TextInput name="name" label={t('propose.name')} required minLength={2} maxLength={120} autoComplete="off" />
            <TextInput name="function" label={t('propose.function')} description={t('propose.function_help')} required minLength={2} maxLength={120} autoComplete="off" />
            <div>
              <Button type="submit" variant="default">
                {t('propose.go_on')}
              </Button>
            </div>
          </Stack>
        </Form>
      </details>
      <section className={`surface ${classes.panel}`} aria-labelledby="myself">
        <Title order={2} id="myself" size="h3" mb={4}>
          {t('propose.myself')}
        </Title>
        <Text mb="md">{t('propose.myself_help')}</Text>
        <Button component={Link} to={`${here}?person=${me}`} variant="default">
          {t('propose.myself_go')}
        </Button>
      </section>
    </Stack>
  )
}
