import { Checkbox, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Role = 'owner' | 'admin' | 'designer' | 'issuer' | 'member'

/** What somebody may do, in plain words; nothing ticked means to look only. */
export function RolesField({ roles, mayMakeOwners }: { roles: readonly Role[]; mayMakeOwners: boolean }) {
  const { t } = useTranslation('organizations')
  const isOwner = roles.includes('owner')
  return (
    <Stack component="fieldset" gap="sm" p={0} m={0} style={{ border: 0 }}>
      <Text component="legend" fw={500} mb={4}>
        {t('roles.legend')}
      </Text>
      <Checkbox size="md" name="roles" value="issuer" defaultChecked={roles.includes('issuer')} label={t('roles.issuer.name')} description={t('roles.issuer.help')} />
      <Checkbox size="md" name="roles" value="designer" defaultChecked={roles.includes('designer')} label={t('roles.designer.name')} description={t('roles.designer.help')} />
      <Checkbox size="md" name="roles" value="admin" defaultChecked={roles.includes('admin')} label={t('roles.admin.name')} description={t('roles.admin.help')} />
      {mayMakeOwners ? (
        <Checkbox size="md" name="roles" value="owner" defaultChecked={isOwner} label={t('roles.owner.name')} description={t('roles.owner.help')} />
      ) : (
        isOwner && <input type="hidden" name="roles" value="owner" />
      )}
      <Text size="sm" c="dimmed">
        {t('roles.member.help')}
      </Text>
    </Stack>
  )
}
