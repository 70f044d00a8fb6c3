import { Badge, Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Device } from '#features/accounts/sessions/describe-device.ts'
import classes from './account.module.css'
import { AccountForm, AccountSection, LineForm } from './account-section.tsx'

type Session = { sessionId: string; device: Device; method: string; isCurrent: boolean; lastSeen: string; since: string }

export function SessionsSection({ sessions }: { sessions: Session[] }) {
  const { t } = useTranslation('accounts')
  return (
    <AccountSection id="sessions" title={t('sessions.title')} lead={t('sessions.lead')}>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <li key={session.sessionId} className={classes.line}>
            <SessionLine session={session} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <AccountForm intent="sessions_closed">
          <Button type="submit" variant="default">
            {t('sessions.close_others')}
          </Button>
        </AccountForm>
      )}
    </AccountSection>
  )
}

function SessionLine({ session }: { session: Session }) {
  const { t } = useTranslation('accounts')
  const { browser, system } = session.device
  const device = browser && system ? t('sessions.device', { browser, system }) : (browser ?? system ?? t('sessions.unknown_device'))
  return (
    <>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={600}>{device}</Text>
          {session.isCurrent && (
            <Badge variant="light" tt="none" size="lg" radius="sm">
              {t('sessions.current')}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('sessions.seen', { when: session.lastSeen })}
          {' · '}
          {t(`sessions.method.${session.method}`)}
        </Text>
      </div>
      {!session.isCurrent && (
        <LineForm intent="session_closed" name="sessionId" value={session.sessionId}>
          <Button type="submit" variant="default" aria-label={t('sessions.close_of', { device })}>
            {t('sessions.close')}
          </Button>
        </LineForm>
      )}
    </>
  )
}
