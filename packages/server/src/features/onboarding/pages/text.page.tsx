import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData } from 'react-router'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { GuidePage } from './guide-page.tsx'
import classes from './onboarding.module.css'
import type { action, loader } from './text.server.ts'
import { TextLanguages } from './text-languages.tsx'

export { action, loader } from '#features/onboarding/pages/text.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function TextPage() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('onboarding')
  const error = useFieldError(result, 'onboarding')
  const { text } = page
  const texts = `/organizations/${page.organization.slug}/start/texts`
  const here = `${texts}/${text.kind}`
  const area = useRef<HTMLTextAreaElement>(null)
  return (
    <GuidePage {...page} title={text.title} lead={t(`texts.about.${text.kind}`)} result={result} back={{ to: `${texts}?lang=${text.locale}`, label: t('texts.title') }}>
      <TextLanguages here={here} locale={text.locale} />
      <Form method="post" action={`${here}?lang=${text.locale}`} noValidate>
        <Stack gap="md" maw="48rem">
          <Text size="sm" c="dimmed">
            {text.keptDay ? t('text.kept', { day: text.keptDay }) : t('text.model')}
          </Text>
          <Textarea
            key={`${text.kind} ${text.locale} ${text.keptDay}`}
            ref={area}
            className={classes.letter}
            name="body"
            label={t('text.body')}
            lang={text.locale}
            rows={24}
            maxLength={12_000}
            defaultValue={typedValues(result).body ?? text.body}
            error={error('body')}
          />
          <Group gap="sm">
            <Button type="submit" name="intent" value="keep">
              {t('text.save')}
            </Button>
            <CopyButton from={area} />
            <Button component="a" href={`${here}/file?lang=${text.locale}&as=pdf`} download variant="default">
              {t('text.pdf')}
            </Button>
            <Button component="a" href={`${here}/file?lang=${text.locale}`} download variant="default">
              {t('text.txt')}
            </Button>
            {text.keptDay && (
              <Button type="submit" name="intent" value="restore" variant="default">
                {t('text.restore')}
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {t('text.files_help')}
          </Text>
        </Stack>
      </Form>
    </GuidePage>
  )
}

/** Comfort that needs a script: without one it is not there, and the text can be selected. */
function CopyButton({ from }: { from: React.RefObject<HTMLTextAreaElement | null> }) {
  const { t } = useTranslation('onboarding')
  const [state, setState] = useState<'absent' | 'ready' | 'copied'>('absent')
  useEffect(() => setState('ready'), [])
  if (state === 'absent') return null
  const copy = () => {
    from.current?.select()
    void navigator.clipboard?.writeText(from.current?.value ?? '').then(() => setState('copied'))
  }
  return (
    <Button type="button" variant="default" onClick={copy} aria-live="polite">
      {t(state === 'copied' ? 'text.copied' : 'text.copy')}
    </Button>
  )
}
