import { Anchor, Button, Container, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import type { action, loader } from '#features/accounts/pages/sign-in.server.ts'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { DemonstrationRoles } from './demonstration-roles.tsx'
import classes from './sign-in.module.css'

export { action, loader } from '#features/accounts/pages/sign-in.server.ts'

export const meta = titled

export default function SignIn() {
  const { next, roles, isDemonstration, keepsMails } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  return (
    <Container size="md">
      <PageHeader title={t('sign_in.title')} lead={roles.length ? t('sign_in.lead_demonstration') : t('sign_in.lead')} />
      {!problemOf(result) && <DoneNotice slice="accounts" />}
      <Stack gap="xl">
        {roles.length > 0 && <DemonstrationRoles roles={roles} next={next} />}
        {isDemonstration && keepsMails && (
          <Text size="sm" c="dimmed">
            {t('sign_in.demonstration_mails')}{' '}
            <Anchor component={Link} to="/network/mails" inherit>
              {t('sign_in.read_mails')}
            </Anchor>
          </Text>
        )}
        <div className={classes.ways}>
          <SignInForm next={next} hasTitle={roles.length > 0} />
          <WithCard />
        </div>
      </Stack>
    </Container>
  )
}

function WithCard() {
  const { t } = useTranslation('accounts')
  return (
    <Stack component="section" className="surface" p={{ base: 'md', sm: 'xl' }} gap="sm" align="flex-start" aria-labelledby="with-card">
      <Title order={2} id="with-card">
        {t('sign_in.with_card')}
      </Title>
      <Text>{t('sign_in.with_card_help')}</Text>
      <Button component={Link} to="/claim" variant="default">
        {t('sign_in.enter_code')}
      </Button>
    </Stack>
  )
}

function SignInForm({ next, hasTitle }: { next: string | undefined; hasTitle: boolean }) {
  const result = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  const fieldError = useFieldError(result, 'accounts')
  return (
    <Stack component="section" className="surface" p={{ base: 'md', sm: 'xl' }} maw="30rem" w="100%" aria-label={t('sign_in.with_address')}>
      {hasTitle && <Title order={2}>{t('sign_in.with_address')}</Title>}
      <FormProblem result={result} slice="accounts" />
      <Form method="post" reloadDocument>
        <Stack>
          <input type="hidden" name="next" value={next ?? ''} />
          <TextInput
            label={t('fields_labels.address')}
            name="address"
            type="email"
            autoComplete="username"
            required
            defaultValue={typedValues(result).address}
            error={fieldError('address')}
          />
          <PasswordInput
            label={t('fields_labels.password')}
            name="password"
            autoComplete="current-password"
            required
            error={fieldError('password')}
            visibilityToggleButtonProps={{ 'aria-label': t('fields_labels.show_password') }}
          />
          <Button type="submit" name="intent" value="password" fullWidth>
            {t('sign_in.submit')}
          </Button>
          <Group gap="xs" wrap="nowrap" aria-hidden c="dimmed">
            <hr style={{ flex: 1, border: 0, borderTop: '1px solid var(--boat-edge)' }} />
            {t('sign_in.or')}
            <hr style={{ flex: 1, border: 0, borderTop: '1px solid var(--boat-edge)' }} />
          </Group>
          <Button type="submit" name="intent" value="link" variant="default" fullWidth formNoValidate>
            {t('sign_in.send_link')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('sign_in.link_hint')}
          </Text>
        </Stack>
      </Form>
    </Stack>
  )
}
