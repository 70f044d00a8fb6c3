import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/components/notice.tsx'
import type { Session } from './use-session.tsx'

/** What waits for the line, and what the others had settled before it came back. */
export function Line({ session: { outbox, isOffline, dismiss } }: { session: Session }) {
  const { t } = useTranslation()
  const { waiting, refused } = outbox
  return (
    <>
      {isOffline && (
        <Notice kind="warning" mb="md" title={t('juries:line.offline', { count: waiting.length })}>
          {t('juries:line.offline_help')}
          {waiting.length > 0 && <Text size="sm">{waiting.map(({ label }) => label).join(' · ')}</Text>}
        </Notice>
      )}
      {refused.map((act) => (
        <Notice key={act.key} kind="problem" mb="md" title={t('juries:line.refused', { what: act.label })}>
          {t([`juries:errors.${act.code}`, `juries:fields.${act.code}`, `web:errors.${act.code}`, 'web:errors.internal_error'], act.detail ?? {})}
          {(act.fields.reason || act.fields.comment) && <Text size="sm">« {act.fields.reason || act.fields.comment} »</Text>}
          <Group mt="xs">
            <Button size="sm" variant="default" onClick={() => dismiss(act.key)}>
              {t('juries:line.dismiss')}
            </Button>
          </Group>
        </Notice>
      ))}
    </>
  )
}
