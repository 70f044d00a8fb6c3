import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import type { Naming as NamingOf } from '../get-nomination.ts'
import classes from './nominations.module.css'

type Props = { naming: NamingOf | undefined; name: string; voiceId?: string }

/** Whether the nominee and the jury learn the name of a young pupil: an adult says so, and may take it back. */
export function Naming({ naming, name, voiceId }: Props) {
  const { t } = useTranslation('nominations')
  if (!naming) return null
  const of = voiceId ? 'author' : 'nominee'
  const id = voiceId && <input type="hidden" name="voiceId" value={voiceId} />
  if (naming.isNamed)
    return (
      <Form method="post" preventScrollReset>
        {id}
        <Group gap="xs" mt="xs">
          <Text size="sm">{t(`naming.${of}_named`, { reason: naming.reason })}</Text>
          <Button type="submit" name="intent" value="name-hidden" variant="subtle" aria-label={`${t('naming.hide')} : ${name}`}>
            {t('naming.hide')}
          </Button>
        </Group>
      </Form>
    )
  return (
    <details className={`${classes.inline} ${classes.quiet}`}>
      <summary aria-label={`${t(`naming.${of}_hidden`)} ${name}`}>{t(`naming.${of}_hidden`)}</summary>
      <Form method="post" preventScrollReset>
        {id}
        <Stack gap="sm" maw="30rem">
          <Text size="sm">{t(naming.isWished ? 'naming.help_wished' : 'naming.help')}</Text>
          <TextInput name="reason" label={t('naming.reason')} description={t('naming.reason_help')} required minLength={3} maxLength={1000} />
          <div>
            <Button type="submit" name="intent" value="name-shown" variant="default" aria-label={`${t('naming.show')} : ${name}`}>
              {t('naming.show')}
            </Button>
          </div>
        </Stack>
      </Form>
    </details>
  )
}
