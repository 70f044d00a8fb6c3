import { Button, Container, Group, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './people-invite.server.ts'
import { RolesField } from './roles-field.tsx'

export { action, loader } from '#features/organizations/pages/people-invite.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function InvitePage() {
  const { t } = useTranslation('organizations')
  const { organization, can } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const error = useFieldError(result, 'organizations')
  const typed = typedValues(result)
  const people = `/organizations/${organization.slug}/people`
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <Stack maw="40rem" gap={0}>
        <DoneNotice slice="organizations" />
        <PageHeader title={t('invite.title')} lead={t('invite.lead')} back={{ to: people, label: t('people.title') }} />
        <FormProblem result={result} slice="organizations" />
        <Form method="post" noValidate>
          <Stack gap="md">
            <TextInput
              name="address"
              type="email"
              autoComplete="off"
              label={t('invite.address')}
              description={t('invite.address_help')}
              defaultValue={typed.address}
              error={error('address')}
              required
            />
            <TextInput name="title" label={t('fields.title')} description={t('fields.title_help')} defaultValue={typed.title} error={error('title')} maxLength={100} />
            <RolesField roles={[]} mayMakeOwners={can.manageOwners} />
            <Group>
              <Button type="submit">{t('invite.submit')}</Button>
              <Button component={Link} to={people} variant="subtle">
                {t('cancel')}
              </Button>
            </Group>
          </Stack>
        </Form>
      </Stack>
    </Container>
  )
}
