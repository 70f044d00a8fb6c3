import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A new password, twice, with the one rule and a way to find a good one. */
export function NewPasswordFields({ min }: { min: number }) {
  const { t } = useTranslation('accounts')
  const show = { 'aria-label': t('fields_labels.show_password') }
  return (
    <>
      <PasswordInput
        label={t('fields_labels.new_password')}
        description={t('password.rule', { min })}
        name="password"
        autoComplete="new-password"
        required
        minLength={min}
        visibilityToggleButtonProps={show}
      />
      <PasswordInput label={t('fields_labels.repeated_password')} name="repeatedPassword" autoComplete="new-password" required visibilityToggleButtonProps={show} />
    </>
  )
}
