import { NativeSelect, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'

export function CohortFieldset({ result, values }: { result: unknown; values: { name: string; kind: string; schoolYear: string } }) {
  const { t } = useTranslation('organizations')
  const error = useFieldError(result, 'organizations')
  const now = { ...values, ...typedValues(result) }
  return (
    <Stack gap="md">
      <TextInput name="name" label={t('fields.cohort_name')} description={t('fields.cohort_name_help')} defaultValue={now.name} error={error('name')} required maxLength={60} />
      <NativeSelect name="kind" label={t('fields.kind')} defaultValue={now.kind} error={error('kind')}>
        <option value="class">{t('cohorts.kinds.class')}</option>
        <option value="group">{t('cohorts.kinds.group')}</option>
      </NativeSelect>
      <TextInput name="schoolYear" label={t('fields.school_year')} defaultValue={now.schoolYear} error={error('schoolYear')} maxLength={20} maw="14rem" />
    </Stack>
  )
}
