import { Autocomplete, Button, Radio, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '#web/components/form-problem.tsx'
import { type CommuneView, communeLabel } from '../organization.schema.ts'

type Choice = { code: string; label: string; postalCodes: string[] }
type Props = { result: unknown; defaultText: string; defaultCode: string; error?: string }

/**
 * A place of the official list. Without scripts: type, send, choose among what was found.
 * With scripts: a combobox that searches as one types.
 */
export function CommuneField({ result, defaultText, defaultCode, error }: Props) {
  const { t } = useTranslation('organizations')
  const [isScripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const problem = problemOf(result)
  const choices = problem?.code === 'commune_unclear' ? (problem.detail?.choices as Choice[]) : undefined
  const shared = { label: t('fields.commune'), description: t('fields.commune_help') }
  const unknown = choices?.length === 0 && t('fields.commune_unknown')
  if (isScripted) {
    const unclear = choices && (unknown || t('fields.commune_choose'))
    return (
      <Combobox key={`${defaultText} ${defaultCode}`} shared={{ ...shared, error: error ?? unclear }} defaultText={defaultText} defaultCode={defaultCode} found={choices ?? []} />
    )
  }
  return (
    <Stack gap="xs" align="flex-start">
      <TextInput name="communeText" defaultValue={defaultText} autoComplete="off" w="100%" {...shared} error={error ?? unknown} />
      <Button type="submit" name="intent" value="find-commune" variant="default" formNoValidate>
        {t('fields.commune_search')}
      </Button>
      {choices && choices.length > 0 ? (
        <Radio.Group
          name="communeCode"
          label={t('fields.commune_which')}
          description={t('fields.commune_then')}
          defaultValue={choices.length === 1 ? choices[0]!.code : ''}
          size="md"
        >
          <Stack gap={0} mt={4}>
            {choices.map(({ code, label, postalCodes }) => (
              <Radio key={code} value={code} label={`${label} · ${postalCodes.join(', ')}`} size="md" styles={{ body: { minHeight: '2.75rem', alignItems: 'center' } }} />
            ))}
          </Stack>
        </Radio.Group>
      ) : (
        <input type="hidden" name="communeCode" value={defaultCode} />
      )}
    </Stack>
  )
}

const WAIT_MS = 150

function Combobox({ shared, defaultText, defaultCode, found }: { shared: object; defaultText: string; defaultCode: string; found: Choice[] }) {
  const { t } = useTranslation('organizations')
  const [text, setText] = useState(defaultText)
  const [chosen, setChosen] = useState({ label: defaultText, code: defaultCode })
  const [choices, setChoices] = useState<Choice[]>(found)
  const asked = useRef<AbortController>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const search = (typed: string) => {
    clearTimeout(timer.current)
    asked.current?.abort()
    if (typed.trim().length < 2) return setChoices([])
    timer.current = setTimeout(async () => {
      asked.current = new AbortController()
      const answer = await fetch(`/api/v1/communes?q=${encodeURIComponent(typed)}`, { signal: asked.current.signal }).catch(() => undefined)
      if (!answer?.ok) return
      const { communes } = (await answer.json()) as { communes: CommuneView[] }
      setChoices(communes.map((commune) => ({ code: commune.code, label: communeLabel(commune), postalCodes: commune.postalCodes.slice(0, 2) })))
    }, WAIT_MS)
  }
  const select = (label: string) => {
    const choice = choices.find((candidate) => candidate.label === label)
    if (choice) setChosen(choice)
  }
  return (
    <>
      <Autocomplete
        {...shared}
        size="md"
        name="communeText"
        autoComplete="off"
        value={text}
        data={[...new Set(choices.map(({ label }) => label))]}
        filter={({ options }) => options}
        selectFirstOptionOnChange
        withScrollArea={false}
        onChange={(typed) => {
          setText(typed)
          if (!choices.some(({ label }) => label === typed)) search(typed)
        }}
        onOptionSubmit={select}
        renderOption={({ option }) => (
          <span>
            {option.value}{' '}
            <Text span c="dimmed" size="sm">
              {choices.find(({ label }) => label === option.value)?.postalCodes.join(', ')}
            </Text>
          </span>
        )}
      />
      <input type="hidden" name="communeCode" value={text === chosen.label ? chosen.code : ''} />
      <VisuallyHidden component="output">{text.trim().length >= 2 && text !== chosen.label ? t('fields.commune_count', { count: choices.length }) : ''}</VisuallyHidden>
    </>
  )
}
