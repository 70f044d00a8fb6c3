import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { ORGANIZATION_TYPES } from '../organization.schema.ts'
import { CommuneField } from './commune-field.tsx'

type Values = { name: string; type: string; description: string; website: string; email: string; uai: string; communeText: string; communeCode: string }

export const NO_VALUES: Values = { name: '', type: '', description: '', website: '', email: '', uai: '', communeText: '', communeCode: '' }

/** A structure as it presents itself: the same form to open one and to correct it. */
export function OrganizationForm({ result, values, submit, cancel }: { result: unknown; values: Values; submit: string; cancel: string }) {
  const { t } = useTranslation('organizations')
  const error = useFieldError(result, 'organizations')
  const now = { ...values, ...typedValues(result) }
  return (
    <>
      <FormProblem result={result} slice="organizations" />
      <Form method="post" noValidate>
        <Stack gap="md">
          <TextInput name="name" label={t('fields.name')} description={t('fields.name_help')} defaultValue={now.name} error={error('name')} required maxLength={150} />
          <NativeSelect name="type" label={t('fields.type')} defaultValue={now.type} error={error('type')} required>
            <option value="">{t('fields.type_choose')}</option>
            {ORGANIZATION_TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`types.${type}`)}
              </option>
            ))}
          </NativeSelect>
          <CommuneField result={result} defaultText={now.communeText} defaultCode={now.communeCode} />
          <Textarea
            name="description"
            label={t('fields.description')}
            description={t('fields.description_help')}
            defaultValue={now.description}
            error={error('description')}
            rows={4}
            maxLength={2000}
          />
          <TextInput
            name="website"
            type="url"
            inputMode="url"
            label={t('fields.website')}
            description={t('fields.website_help')}
            defaultValue={now.website}
            error={error('website')}
          />
          <TextInput name="email" type="email" label={t('fields.email')} description={t('fields.email_help')} defaultValue={now.email} error={error('email')} />
          <TextInput name="uai" label={t('fields.uai')} description={t('fields.uai_help')} defaultValue={now.uai} error={error('uai')} maxLength={10} maw="20rem" />
          <Group mt="xs">
            <Button type="submit">{submit}</Button>
            <Button component={Link} to={cancel} variant="subtle">
              {t('cancel')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </>
  )
}
