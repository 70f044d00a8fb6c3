import { Button, Container, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './open-at-home.server.ts'

export { action, loader } from '#features/departures/pages/open-at-home.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function OpenAtHome() {
  const { slip, minPassword, problem } = useLoaderData<typeof loader>()
  const { t } = useTranslation('departures')
  const result = useActionData<typeof action>()
  const error = useFieldError(result, 'departures')
  if (!slip)
    return (
      <Container size="xs">
        <PageHeader title={t('home.enter')} />
        <EmptyState
          title={t('home.void')}
          actions={
            <Button component={Link} to="/leave">
              {t('home.again')}
            </Button>
          }
        >
          {t([`departures:errors.${problem}`, `web:errors.${problem}`], { names: '', count: 0 })}
        </EmptyState>
      </Container>
    )
  const { givenName, schoolName, tone } = slip
  return (
    <Container size="xs">
      <PageHeader title={t('home.title', { name: givenName })} lead={t('home.lead', { school: schoolName, tone })} />
      <FormProblem result={result} slice="departures" />
      <Form method="post" noValidate>
        <Stack gap="md">
          <TextInput
            name="address"
            type="email"
            label={t('leave.address_label')}
            description={t('home.address_help', { tone })}
            defaultValue={typedValues(result).address}
            error={error('address')}
            autoComplete="email"
            required
          />
          <PasswordInput
            name="password"
            label={t('leave.password_label')}
            description={t('home.password_help', { min: minPassword })}
            error={error('password')}
            autoComplete="new-password"
            required
            minLength={minPassword}
          />
          <Button type="submit" size="lg">
            {t('home.open')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('home.after', { tone })}
          </Text>
        </Stack>
      </Form>
    </Container>
  )
}
