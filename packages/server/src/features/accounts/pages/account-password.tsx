import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AccountForm, AccountSection } from './account-section.tsx'
import { NewPasswordFields } from './new-password-fields.tsx'

export function PasswordSection({ hasPassword, hasEmail, min }: { hasPassword: boolean; hasEmail: boolean; min: number }) {
  const { t } = useTranslation('accounts')
  return (
    <AccountSection id="password" title={t('password.title')} lead={t(hasEmail ? (hasPassword ? 'password.lead_change' : 'password.lead_set') : 'password.lead_card')}>
      {hasEmail ? (
        <AccountForm intent="password">
          <Stack maw="26rem">
            {hasPassword && (
              <PasswordInput
                label={t('fields_labels.old_password')}
                name="oldPassword"
                autoComplete="current-password"
                required
                visibilityToggleButtonProps={{ 'aria-label': t('fields_labels.show_password') }}
              />
            )}
            <NewPasswordFields min={min} />
            <Group>
              <Button type="submit">{t(hasPassword ? 'password.change' : 'password.set')}</Button>
            </Group>
          </Stack>
        </AccountForm>
      ) : (
        <Text>{t('password.needs_email')}</Text>
      )}
    </AccountSection>
  )
}
