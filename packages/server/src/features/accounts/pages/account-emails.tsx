import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonDetails } from '#features/accounts/get-person.ts'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import classes from './account.module.css'
import { AccountForm, AccountSection, LineForm, LineProblem, useOwnResult } from './account-section.tsx'

type Email = PersonDetails['emails'][number]

export function EmailsSection({ emails }: { emails: Email[] }) {
  const { t } = useTranslation('accounts')
  return (
    <AccountSection id="emails" title={t('emails.title')} lead={t('emails.lead')}>
      <LineProblem intents={['email_sent_again', 'email_primary', 'email_removed']} />
      {emails.length > 0 && (
        <ul className={classes.list}>
          {emails.map((email) => (
            <li key={email.emailId} className={classes.line}>
              <EmailLine email={email} />
            </li>
          ))}
        </ul>
      )}
      <AddEmail isFirst={emails.length === 0} />
    </AccountSection>
  )
}

function EmailLine({ email }: { email: Email }) {
  const { t } = useTranslation('accounts')
  const { emailId, address } = email
  return (
    <>
      <div className={classes.words}>
        <Text fw={600} className={classes.address}>
          {address}
        </Text>
        <Badge variant="light" color={email.isVerified ? 'sea' : 'yellow'} tt="none" size="lg" radius="sm">
          {t(email.isPrimary ? 'emails.primary' : email.isVerified ? 'emails.verified' : 'emails.waiting')}
        </Badge>
      </div>
      <Group gap="xs">
        {!email.isVerified && (
          <LineForm intent="email_sent_again" name="address" value={address}>
            <Button type="submit" variant="default" aria-label={t('emails.send_again_to', { address })}>
              {t('emails.send_again')}
            </Button>
          </LineForm>
        )}
        {email.isVerified && !email.isPrimary && (
          <LineForm intent="email_primary" name="emailId" value={emailId}>
            <Button type="submit" variant="default" aria-label={t('emails.make_primary_of', { address })}>
              {t('emails.make_primary')}
            </Button>
          </LineForm>
        )}
        {!email.isPrimary && (
          <LineForm intent="email_removed" name="emailId" value={emailId}>
            <Button type="submit" variant="subtle" color="red" aria-label={t('emails.remove_of', { address })}>
              {t('emails.remove')}
            </Button>
          </LineForm>
        )}
      </Group>
    </>
  )
}

function AddEmail({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('accounts')
  const result = useOwnResult(['email_added'])
  const fieldError = useFieldError(result, 'accounts')
  return (
    <AccountForm intent="email_added">
      <Stack align="flex-start">
        <TextInput
          label={t(isFirst ? 'emails.first' : 'emails.another')}
          description={t('emails.add_hint')}
          name="address"
          type="email"
          autoComplete="email"
          required
          w="100%"
          maw="26rem"
          defaultValue={typedValues(result).address}
          error={fieldError('address')}
        />
        <Button type="submit" variant="default">
          {t('emails.add')}
        </Button>
      </Stack>
    </AccountForm>
  )
}
