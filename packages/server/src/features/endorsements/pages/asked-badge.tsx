import { Anchor, List, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { Prose } from '#web/components/prose.tsx'
import classes from './endorsements.module.css'
import type { PresentedAsked } from './present-asked.ts'

/** Who asks, and for what: as far as they agreed to show it. */
export function AskedBadge({ request }: { request: NonNullable<PresentedAsked['request']> }) {
  const { t } = useTranslation('endorsements')
  const { badge } = request
  return (
    <aside className={`surface ${classes.panel}`}>
      <BadgePicture badge={badge} size={128} />
      <Title order={2} size="h3" mt="sm">
        {badge.name}
      </Title>
      {badge.issuerName && <Text c="dimmed">{t('answer.given_by', { name: badge.issuerName })}</Text>}
      {badge.description && <Text mt="sm">{badge.description}</Text>}
      {badge.criteria && (
        <details className={classes.details}>
          <summary>{t('answer.criteria')}</summary>
          <Prose html={badge.criteria} />
        </details>
      )}
      {(badge.narrative || badge.evidence.length > 0) && (
        <details className={classes.details}>
          <summary>{t('answer.evidence')}</summary>
          {badge.narrative && <Prose html={badge.narrative} />}
          <List>
            {badge.evidence.map((piece) => (
              <List.Item key={piece.url ?? piece.narrative}>
                {piece.url && (
                  <Anchor href={piece.url} rel="nofollow noopener noreferrer">
                    {piece.name ?? t('answer.evidence_link')} ({new URL(piece.url).host})
                  </Anchor>
                )}
                {piece.narrative && <Prose html={piece.narrative} />}
              </List.Item>
            ))}
          </List>
        </details>
      )}
    </aside>
  )
}
