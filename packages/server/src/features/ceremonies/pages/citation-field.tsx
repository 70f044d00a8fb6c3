import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData } from 'react-router'
import { useFieldError } from '#web/components/form-problem.tsx'
import { MAX_CITATION } from '../ceremony.schema.ts'

/** The sentence that is read out and shown: one, and short enough to be read from the back of the hall. */
export function CitationField({ value, help }: { value?: string | undefined; help: string }) {
  const { t } = useTranslation('ceremonies')
  const error = useFieldError(useActionData(), 'ceremonies')
  return (
    <Textarea name="citation" label={t('fields_labels.citation')} description={help} rows={2} maxLength={MAX_CITATION} maw="42rem" defaultValue={value} error={error('citation')} />
  )
}
