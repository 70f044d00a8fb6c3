import { Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import classes from './organizations.module.css'

type Invitation = { id: string; address: string; roles: string[]; title: string; expiresAt: Date; isExpired: boolean }

export function PendingInvitations({ invitations }: { invitations: Invitation[] }) {
  const { t, i18n } = useTranslation('organizations')
  if (invitations.length === 0) return null
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'Europe/Paris' })
  return (
    <section aria-labelledby="pending">
      <Title order={2} id="pending" mb="sm">
        {t('invitations.title')}
      </Title>
      <ul className={`surface ${classes.list}`}>
        {invitations.map(({ id, address, roles, title, expiresAt, isExpired }) => (
          <li key={id} className={classes.row}>
            <div>
              <Text fw={600}>{address}</Text>
              <Text size="sm" c="dimmed">
                {[title, roles.map((role) => t(`roles.${role}.name`)).join(', ')].filter(Boolean).join(' · ')} ·{' '}
                {t(isExpired ? 'invitations.expired' : 'invitations.until', { date: day.format(expiresAt) })}
              </Text>
            </div>
            <Form method="post">
              <input type="hidden" name="invitationId" value={id} />
              <Group gap="xs">
                <Button type="submit" name="intent" value="resend" variant="default" aria-label={t('invitations.resend_to', { address })}>
                  {t('invitations.resend')}
                </Button>
                <Button type="submit" name="intent" value="withdraw" variant="subtle" color="red" aria-label={t('invitations.withdraw_from', { address })}>
                  {t('invitations.withdraw')}
                </Button>
              </Group>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
