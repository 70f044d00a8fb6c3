import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '#web/components/notice.tsx'
import type { PresentedVerification } from '../browser/present-verification.ts'
import { formatDay } from './verified-badge.tsx'

/** What the platform itself knows of a badge that it issued. */
export function OriginFacts({ origin }: { origin: PresentedVerification['origin'] }) {
  const { t, i18n } = useTranslation('verification')
  if (!origin) return null
  if (origin.kind === 'altered')
    return (
      <Notice kind="warning" title={t('origin.title')} mt="lg">
        {t('origin.altered')}
      </Notice>
    )
  const { issuer, revokedAt, revocationReason, isDeclined } = origin
  return (
    <Notice kind={revokedAt || isDeclined ? 'warning' : 'info'} title={t('origin.title')} mt="lg">
      <Stack gap={4}>
        <Text>
          {t('origin.genuine', { issuer: issuer.name })} <Link to={new URL(issuer.url).pathname}>{t('origin.issuer_link', { issuer: issuer.name })}</Link>
        </Text>
        {revokedAt && <Text>{t('origin.revoked', { issuer: issuer.name, when: formatDay(revokedAt, i18n.language) })}</Text>}
        {revokedAt && revocationReason && <Text>{t('origin.reason', { reason: revocationReason })}</Text>}
        {isDeclined && <Text>{t('origin.declined')}</Text>}
      </Stack>
    </Notice>
  )
}
