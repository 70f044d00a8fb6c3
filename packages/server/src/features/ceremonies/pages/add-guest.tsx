import { Button, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData } from 'react-router'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import type { AddPageData } from './add.page.tsx'
import { CitationField } from './citation-field.tsx'

/** Somebody the platform does not know: the driver of the bus, a volunteer. They receive a card. */
export function AddGuest({ page: { badges } }: { page: AddPageData }) {
  const { t } = useTranslation('ceremonies')
  const result = useActionData()
  const typed = typedValues(result)
  const error = useFieldError(result, 'ceremonies')
  return (
    <Form method="post" noValidate>
      <Stack gap="md" maw="32rem">
        <TextInput
          name="name"
          label={t('add.guest_name')}
          description={t('add.guest_help')}
          required
          maxLength={120}
          autoComplete="off"
          defaultValue={typed.name}
          error={error('name')}
        />
        <NativeSelect
          name="badge"
          label={t('add.guest_badge')}
          defaultValue={typed.badge}
          data={badges.map(({ achievementId, name }) => ({ value: achievementId, label: name }))}
        />
        {badges.some(({ levels }) => levels.length > 0) && (
          <NativeSelect name="level" label={t('fields_labels.level')} description={t('fields_labels.level_help')} defaultValue={typed.level} data={levelsOf(badges)} />
        )}
        <CitationField value={typed.citation} help={t('fields_labels.citation_help')} />
        <div>
          <Button type="submit" name="way" value="guest">
            {t('add.submit')}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}

/** One list for every badge: none, then the levels of each under its name. */
const levelsOf = (badges: AddPageData['badges']) => [
  { value: '', label: '–' },
  ...badges.filter(({ levels }) => levels.length > 0).map(({ name, levels }) => ({ group: name, items: levels })),
]
