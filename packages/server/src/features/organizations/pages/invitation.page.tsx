import { Anchor, Button, Container, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData, useLocation } from 'react-router'
import { FormProblem, problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './invitation.server.ts'

export { action, loader } from '#features/organizations/pages/invitation.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function InvitationPage() {
  const { t } = useTranslation('organizations')
  const data = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  if ('problem' in data)
    return (
      <Container size="xs">
        <PageHeader title={t('invitation.over_title')} lead={t(`errors.${data.problem}`)} />
        <Button component={Link} to="/organizations">
          {t('invitation.over_action')}
        </Button>
      </Container>
    )
  const { invitation, me, hasAccount } = data
  const lead = invitation.invitedBy
    ? t('invitation.by', { invitedBy: invitation.invitedBy, name: invitation.organizationName })
    : t('invitation.by_nobody', { name: invitation.organizationName })
  const code = problemOf(result)?.code ?? ''
  return (
    <Container size="xs">
      <PageHeader title={t('invitation.title', { name: invitation.organizationName })} lead={lead} />
      <Stack gap="lg">
        <div>
          {invitation.title && (
            <Text>
              {t('invitation.title_label')} <strong>{invitation.title}</strong>
            </Text>
          )}
          <Text mb={4}>{t('invitation.you_may')}</Text>
          <ul style={{ margin: 0 }}>
            {invitation.roles.map((role) => (
              <li key={role}>{t(`roles.${role}.may`)}</li>
            ))}
          </ul>
        </div>
        <FormProblem result={result} slice={/^(?:password|email|link)_/.test(code) ? 'accounts' : 'organizations'} />
        {me ? <AcceptAs me={me} /> : hasAccount ? <SignInFirst address={invitation.address} /> : <Newcomer address={invitation.address} result={result} />}
      </Stack>
    </Container>
  )
}

function AcceptAs({ me }: { me: string }) {
  const { t } = useTranslation('organizations')
  return (
    <Form method="post">
      <Text mb="md">{t('invitation.signed_in_as', { name: me })}</Text>
      <Button type="submit">{t('invitation.accept')}</Button>
    </Form>
  )
}

function SignInFirst({ address }: { address: string }) {
  const { t } = useTranslation('organizations')
  const { pathname } = useLocation()
  return (
    <div>
      <Text mb="md">{t('invitation.has_account', { address })}</Text>
      <Button component={Link} to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
        {t('invitation.sign_in')}
      </Button>
    </div>
  )
}

function Newcomer({ address, result }: { address: string; result: unknown }) {
  const { t } = useTranslation('organizations')
  const { pathname } = useLocation()
  const error = useFieldError(result, 'organizations')
  const typed = typedValues(result)
  return (
    <Form method="post" noValidate>
      <Stack gap="md">
        <Title order={2}>{t('invitation.create')}</Title>
        <Text>{t('invitation.create_help', { address })}</Text>
        <TextInput name="givenName" autoComplete="given-name" label={t('fields.given_name')} defaultValue={typed.givenName} error={error('givenName')} required />
        <TextInput name="familyName" autoComplete="family-name" label={t('fields.family_name')} defaultValue={typed.familyName} error={error('familyName')} required />
        <TextInput name="password" type="password" autoComplete="new-password" label={t('invitation.password')} description={t('invitation.password_help')} />
        <Group>
          <Button type="submit">{t('invitation.join')}</Button>
        </Group>
        <Text size="sm" c="dimmed">
          <Anchor component={Link} to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
            {t('invitation.other_account')}
          </Anchor>
        </Text>
      </Stack>
    </Form>
  )
}
