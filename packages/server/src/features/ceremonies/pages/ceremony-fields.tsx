import { SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'

type Values = { title: string; day: string; time: string; place: string }

/** What a ceremony is called, when and where it is. */
export function CeremonyFields({ result, values, earliest }: { result: unknown; values?: Values; earliest?: string }) {
  const { t } = useTranslation('ceremonies')
  const error = useFieldError(result, 'ceremonies')
  const typed = { ...values, ...typedValues(result) }
  return (
    <Stack gap="md">
      <TextInput name="title" label={t('form.title')} description={t('form.title_help')} required maxLength={120} defaultValue={typed.title} error={error('title')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput name="day" type="date" label={t('form.day')} required min={earliest} defaultValue={typed.day} error={error('day')} />
        <TextInput name="time" type="time" label={t('form.time')} required defaultValue={typed.time ?? '14:00'} error={error('time')} />
      </SimpleGrid>
      <TextInput name="place" label={t('form.place')} description={t('form.place_help')} maxLength={120} defaultValue={typed.place} error={error('place')} />
    </Stack>
  )
}
