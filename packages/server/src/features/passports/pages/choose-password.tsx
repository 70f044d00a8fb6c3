import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldError } from '#web/components/form-problem.tsx'
import classes from './claim.module.css'

type Props = { suggestion: string; tone: 'tu' | 'vous'; result: unknown }

/** A password in clear while it is chosen: a child copies three words, and must see what was typed. */
export function ChoosePassword({ suggestion, tone, result }: Props) {
  const { t } = useTranslation('passports')
  const fieldError = useFieldError(result, 'passports')
  const field = useRef<HTMLInputElement>(null)
  // The first idea stays: a page that is loaded again after a mistake must not change what was being copied.
  const [idea] = useState(suggestion)
  // Without scripts there is nothing to press: one copies the words.
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const take = () => {
    if (!field.current) return
    field.current.value = idea
    field.current.focus()
  }
  return (
    <Stack gap="sm">
      <TextInput
        ref={field}
        name="password"
        label={t('claim.choose.password')}
        description={t('claim.choose.password_help', { tone })}
        error={fieldError('secret.password')}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        required
        minLength={12}
        maxLength={200}
      />
      <div className={classes.suggestion}>
        <Text size="sm" w="100%">
          {t('claim.choose.suggestion')}
        </Text>
        <code>{idea}</code>
        {isReady && (
          <Button type="button" variant="light" size="sm" mih={44} onClick={take}>
            {t('claim.choose.use')}
          </Button>
        )}
      </div>
    </Stack>
  )
}
