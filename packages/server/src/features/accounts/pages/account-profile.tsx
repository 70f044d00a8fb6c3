import { Button, Group, NativeSelect, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonDetails } from '#features/accounts/get-person.ts'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { AccountForm, AccountSection, useOwnResult } from './account-section.tsx'

type Person = Omit<PersonDetails, 'emails'>

export function NamesSection({ person }: { person: Person }) {
  const { t } = useTranslation('accounts')
  const result = useOwnResult(['names'])
  const fieldError = useFieldError(result, 'accounts')
  const typed = typedValues(result)
  return (
    <AccountSection id="names" title={t('account.names')} lead={t('account.names_lead')}>
      <AccountForm intent="names">
        <Stack>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              label={t('fields_labels.given_name')}
              name="givenName"
              autoComplete="given-name"
              required
              defaultValue={typed.givenName ?? person.givenName}
              error={fieldError('givenName')}
            />
            <TextInput
              label={t('fields_labels.family_name')}
              name="familyName"
              autoComplete="family-name"
              defaultValue={typed.familyName ?? person.familyName}
              error={fieldError('familyName')}
            />
          </SimpleGrid>
          <Group>
            <Button type="submit">{t('account.save')}</Button>
          </Group>
        </Stack>
      </AccountForm>
    </AccountSection>
  )
}

export function PreferencesSection({ person }: { person: Person }) {
  const { t } = useTranslation('accounts')
  return (
    <AccountSection id="preferences" title={t('account.preferences')}>
      <AccountForm intent="preferences">
        <Stack>
          <NativeSelect
            label={t('account.language')}
            name="locale"
            maw="16rem"
            defaultValue={person.locale}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
          <Radio.Group label={t('account.appearance')} name="colorScheme" defaultValue={person.colorScheme}>
            <Group mt="xs" gap="lg">
              {(['auto', 'light', 'dark'] as const).map((scheme) => (
                <Radio key={scheme} value={scheme} label={t(`account.scheme_${scheme}`)} />
              ))}
            </Group>
          </Radio.Group>
          <Group>
            <Button type="submit">{t('account.save')}</Button>
          </Group>
        </Stack>
      </AccountForm>
    </AccountSection>
  )
}

/** What a hall may see of one's name when badges are handed over. Less than the school would show, never more. */
export function ScreenNameSection({ person }: { person: Person }) {
  const { t } = useTranslation('accounts')
  return (
    <AccountSection id="screen_name" title={t('account.screen_name')} lead={t('account.screen_name_lead')}>
      <AccountForm intent="screen_name">
        <Stack>
          <Radio.Group name="screenName" label={t('account.screen_name_label')} defaultValue={person.screenName ?? ''}>
            <Stack mt="xs" gap="sm">
              {(['', 'first-name', 'nothing'] as const).map((choice) => (
                <Radio key={choice} value={choice} label={t(`account.screen_name_${choice || 'usual'}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Group>
            <Button type="submit">{t('account.save')}</Button>
          </Group>
        </Stack>
      </AccountForm>
    </AccountSection>
  )
}
