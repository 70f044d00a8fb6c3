import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { Form, Link } from 'react-router'
import classes from './person-search.module.css'
import { useSearchAsTyped } from './use-search-as-typed.ts'

type Props = {
  search: string
  /** Those who were found. */
  people: { href: string; name: string; about: string }[]
  words: { title: string; label: string; help: string; submit: string; found: string }
  /** What else the address must say. */
  kept?: Record<string, string>
}

/** Finds somebody as one types; without scripts, by a button. */
export function PersonSearch({ search, people, words, kept = {} }: Props) {
  const searchSoon = useSearchAsTyped()
  return (
    <section aria-labelledby="who">
      <Title order={2} id="who" mb="sm">
        {words.title}
      </Title>
      <Form method="get" role="search" onInput={searchSoon}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Group align="flex-end" gap="sm">
          <TextInput name="q" label={words.label} description={words.help} defaultValue={search} autoComplete="off" size="lg" flex="1 1 16rem" maxLength={80} />
          <Button type="submit" variant="default" size="lg">
            {words.submit}
          </Button>
        </Group>
      </Form>
      <Text role="status" c="dimmed" mt="sm" className={classes.found}>
        {isSearched(search) ? words.found : ''}
      </Text>
      {people.length > 0 && (
        <ul className={`surface ${classes.list}`}>
          {people.map(({ href, name, about }) => (
            <li key={href}>
              <Link to={href} className={classes.pick}>
                <strong>{name}</strong>
                <span>{about}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** One letter is no search. */
export const isSearched = (search: string): boolean => search.trim().length >= 2
