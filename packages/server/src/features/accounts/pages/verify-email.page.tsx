import { Button, Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import type { action, loader } from '#features/accounts/pages/verify-email.server.ts'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'

export { action, loader } from '#features/accounts/pages/verify-email.server.ts'

export const meta = titled

export default function VerifyEmail() {
  const { address, problem } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  return (
    <Container size="xs">
      <PageHeader
        title={t('verify.title')}
        lead={address ? t('verify.lead', { address }) : t([`accounts:errors.${problem}`, `web:errors.${problem}`])}
        back={{ to: '/account', label: t('account.title') }}
      />
      <FormProblem result={result} slice="accounts" />
      {address ? (
        <Form method="post">
          <Button type="submit">{t('verify.confirm')}</Button>
        </Form>
      ) : (
        <Button component={Link} to="/account#emails">
          {t('verify.back')}
        </Button>
      )}
    </Container>
  )
}
