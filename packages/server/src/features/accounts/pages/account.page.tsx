import { Button, Container, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import type { action, loader } from '#features/accounts/pages/account.server.ts'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { problemOf } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { EmailsSection } from './account-emails.tsx'
import { PasswordSection } from './account-password.tsx'
import { NamesSection, PreferencesSection, ScreenNameSection } from './account-profile.tsx'
import { AccountSection } from './account-section.tsx'
import { SessionsSection } from './account-sessions.tsx'

export { action, loader } from '#features/accounts/pages/account.server.ts'

export const meta = titled

export default function Account() {
  const { person, emails, sessions, minPassword } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  return (
    <Container size="sm">
      <PageHeader title={t('account.title')} lead={t('account.lead')} />
      {!problemOf(result) && <DoneNotice slice="accounts" />}
      <Stack gap="lg">
        <NamesSection person={person} />
        <PreferencesSection person={person} />
        <ScreenNameSection person={person} />
        <EmailsSection emails={emails} />
        <PasswordSection hasPassword={person.hasPassword} hasEmail={emails.some((email) => email.isVerified)} min={minPassword} />
        <SessionsSection sessions={sessions} />
        <AccountSection id="leave" title={t('account.leave')} lead={t('account.leave_help')}>
          <Button component={Link} to="/me/leave" variant="default">
            {t('account.leave_go')}
          </Button>
        </AccountSection>
      </Stack>
    </Container>
  )
}
