import { Button, Container, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import type { action, loader } from '#features/accounts/pages/sign-in-link.server.ts'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'

export { action, loader } from '#features/accounts/pages/sign-in-link.server.ts'

export const meta = titled

export default function SignInLink() {
  const { link, problem } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  if (!link)
    return (
      <Container size="xs">
        <PageHeader title={t('link.gone_title')} lead={problem === 'link_expired' ? t('link.gone') : t(`web:errors.${problem}`)} />
        <Button component={Link} to="/sign-in">
          {t('link.ask_again')}
        </Button>
      </Container>
    )
  return (
    <Container size="xs">
      <PageHeader title={t('link.hello', { givenName: link.givenName })} lead={t('link.lead')} />
      <FormProblem result={result} slice="accounts" />
      <Form method="post" reloadDocument>
        <Stack align="flex-start">
          <Button type="submit">{t('link.confirm')}</Button>
          <Text size="sm" c="dimmed">
            {t('link.about', { address: link.address })}
          </Text>
        </Stack>
      </Form>
    </Container>
  )
}
