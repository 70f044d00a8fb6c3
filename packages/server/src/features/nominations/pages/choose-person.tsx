import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { isSearched, PersonSearch } from '#web/components/person-search.tsx'
import type { Propose } from './nominate.page.tsx'
import classes from './nominations.module.css'

/** Somebody of here, somebody without an account, or oneself. */
export function ChoosePerson({ page: { search, people, me }, here }: { page: Propose; here: string }) {
  const { t } = useTranslation('nominations')
  return (
    <Stack gap="xl" maw="44rem">
      <PersonSearch
        search={search}
        people={people.map(({ personId, name, about, isMe, isPupil }) => ({
          href: `${here}?person=${personId}`,
          name,
          about: isMe ? t('propose.you') : about || t(isPupil ? 'propose.pupil' : 'propose.team'),
        }))}
        words={{
          title: t('propose.who'),
          label: t('propose.search'),
          help: t('propose.search_help'),
          submit: t('propose.find'),
          found: t('propose.found', { count: people.length }),
        }}
      />
      <details className={`surface ${classes.details}`} open={isSearched(search) && people.length === 0}>
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
