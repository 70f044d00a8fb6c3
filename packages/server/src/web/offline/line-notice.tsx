import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Notice } from '../components/notice.tsx'
import type { Live } from './use-outbox.ts'

type Props = {
  live: Pick<Live<unknown>, 'outbox' | 'isOffline' | 'isSignedOut' | 'dismiss'>
  /** Where the sentences are: `<words>:line.…`, and `<errors>:errors.<code>`. */
  words: string
  errors: string
  /** The page shows elsewhere what waits. */
  isListed?: boolean
}

/** What waits for the line, and what the others had settled before it came back. */
export function LineNotice({ live: { outbox, isOffline, isSignedOut, dismiss }, words, errors, isListed = true }: Props) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { waiting, refused } = outbox
  const waits = isListed && waiting.length > 0 && <Text size="sm">{waiting.map(({ label }) => label).join(' · ')}</Text>
  return (
    <>
      {isOffline && (
        <Notice kind="warning" mb="md" title={t(`${words}:line.offline`, { count: waiting.length })}>
          {t(`${words}:line.offline_help`)}
          {waits}
        </Notice>
      )}
      {isSignedOut && (
        <Notice kind="warning" mb="md" title={t('web:offline.signed_out')}>
          {t('web:offline.signed_out_help', { count: waiting.length })}
          {waits}
          <Group mt="xs">
            <Button component="a" href={`/sign-in?next=${encodeURIComponent(pathname)}`} size="sm" variant="default">
              {t('web:offline.sign_in')}
            </Button>
          </Group>
        </Notice>
      )}
      {refused.map((act) => (
        <Notice key={act.key} kind="problem" mb="md" title={t(`${words}:line.refused`, { what: act.label })}>
          {t([`${errors}:errors.${act.code}`, `${errors}:fields.${act.code}`, `web:errors.${act.code}`, 'web:errors.internal_error'], act.detail ?? {})}
          {TYPED.flatMap((field) => act.fields[field] || []).map((typed) => (
            <Text key={typed} size="sm">
              « {typed} »
            </Text>
          ))}
          <Group mt="xs">
            <Button size="sm" variant="default" onClick={() => dismiss(act.key)}>
              {t(`${words}:line.dismiss`)}
            </Button>
          </Group>
        </Notice>
      ))}
    </>
  )
}

/** What somebody wrote is shown again, so that nothing typed is lost. */
const TYPED = ['reason', 'comment', 'advice']
