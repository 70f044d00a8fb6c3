import { Button, Container, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData } from 'react-router'
import type { action, loader } from '#features/accounts/pages/first-administrator.server.ts'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

export { action, loader } from '#features/accounts/pages/first-administrator.server.ts'

export const meta = titled

export default function FirstAdministrator() {
  const { isAlive, minPassword } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  const fieldError = useFieldError(result, 'accounts')
  const typed = typedValues(result)
  return (
    <Container size="xs">
      <PageHeader title={t('first.title')} lead={t(isAlive ? 'first.lead' : 'first.gone')} />
      <FormProblem result={result} slice="accounts" />
      {isAlive && (
        <Form method="post" reloadDocument>
          <Stack className="surface" p={{ base: 'md', sm: 'xl' }}>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput label={t('fields_labels.given_name')} name="givenName" autoComplete="given-name" required defaultValue={typed.givenName} error={fieldError('givenName')} />
              <TextInput label={t('fields_labels.family_name')} name="familyName" autoComplete="family-name" defaultValue={typed.familyName} error={fieldError('familyName')} />
            </SimpleGrid>
            <TextInput label={t('fields_labels.address')} name="address" type="email" autoComplete="username" required defaultValue={typed.address} error={fieldError('address')} />
            <NewPasswordFields min={minPassword} />
            <Button type="submit">{t('first.submit')}</Button>
          </Stack>
        </Form>
      )}
    </Container>
  )
}
