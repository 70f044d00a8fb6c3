import { Button, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { problemOf, typedValues } from '#web/components/form-problem.tsx'
import classes from './my-words.module.css'

type Props = { note: { sentence: string; tags: string[] }; result: unknown }

/** What a badge means to whoever keeps it, in their own words, and the words under which they find it again. */
export function MyWords({ note, result }: Props) {
  const { t } = useTranslation('collection')
  const isEmpty = note.sentence === '' && note.tags.length === 0
  const typed = typedValues(result)
  const isRefused = typed.intent === 'note'
  return (
    <section className={`surface ${classes.words}`} aria-labelledby="words">
      <Title order={2} id="words" className={classes.title}>
        {t('words.title')}
      </Title>
      {note.sentence && <blockquote className={classes.sentence}>{note.sentence}</blockquote>}
      {note.tags.length > 0 && (
        <ul className={classes.tags} aria-label={t('words.tags_are')}>
          {note.tags.map((tag) => (
            <li key={tag}>
              <Link to={`/me/badges?${new URLSearchParams({ tag })}`}>{tag}</Link>
            </li>
          ))}
        </ul>
      )}
      {isEmpty && <Text>{t('words.invite')}</Text>}
      {/* Closed again once it is kept. */}
      <details className={classes.edit} open={isRefused} key={`${note.sentence} ${note.tags.join()}`}>
        <summary>{t(isEmpty ? 'words.write' : 'words.change')}</summary>
        <Fields note={note} typed={isRefused ? typed : {}} errors={isRefused ? problemOf(result)?.fields : undefined} />
      </details>
      <Text size="sm" c="dimmed">
        {t('words.private')}
      </Text>
    </section>
  )
}

function Fields({ note, typed, errors = {} }: { note: Props['note']; typed: Record<string, string>; errors: Record<string, string> | undefined }) {
  const { t } = useTranslation('collection')
  // One tag of the line is named « tags.2 ».
  const wrongTag = Object.keys(errors).find((name) => name.startsWith('tags'))
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="note" />
      <Stack gap="sm">
        <Textarea
          name="sentence"
          label={t('words.sentence')}
          description={t('words.sentence_help')}
          rows={3}
          maxLength={500}
          defaultValue={typed.sentence ?? note.sentence}
          error={errors.sentence && t('words.sentence_too_long')}
        />
        <TextInput
          name="tags"
          label={t('words.tags')}
          description={t('words.tags_help')}
          defaultValue={typed.tags ?? note.tags.join(', ')}
          autoComplete="off"
          error={wrongTag && t(wrongTag === 'tags' ? 'words.too_many_tags' : 'words.tag_too_long')}
        />
        <div>
          <Button type="submit">{t('words.save')}</Button>
        </div>
      </Stack>
    </Form>
  )
}
