import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BadgeImage } from '#web/components/badge-image.tsx'
import classes from './batch-badge.module.css'

type Props = { badge: { name: string; description: string; imageId: string; imageAlt: string }; issuer: string; validUntil: string | null }

/** The badge as its recipients will see it. */
export function BatchBadge({ badge, issuer, validUntil }: Props) {
  const { t } = useTranslation('credentials')
  return (
    <section className={classes.badge} aria-labelledby="batch-badge">
      <BadgeImage imageId={badge.imageId} alt={badge.imageAlt} size={128} />
      <Stack gap={4}>
        <Title order={2} id="batch-badge">
          {badge.name}
        </Title>
        <Text>{badge.description}</Text>
        <Text size="sm" c="dimmed">
          {t('batch.issuer', { name: issuer })}
          {validUntil && ` · ${t('batch.until', { date: validUntil })}`}
        </Text>
      </Stack>
    </section>
  )
}
