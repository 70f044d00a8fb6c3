import { Anchor, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { Notice } from '#web/components/notice.tsx'
import classes from './achievements.module.css'

type Props = { similar: { achievementId: string; name: string; organizationName: string; imageId: string; isShared: boolean }[]; library: string }

/** The network has a badge of nearly this name: perhaps there is no need for one more. */
export function SimilarBadges({ similar, library }: Props) {
  const { t } = useTranslation('achievements')
  if (similar.length === 0) return null
  return (
    <Notice kind="warning" title={t('similar.title', { count: similar.length })}>
      <Text mb="sm">{t('similar.text')}</Text>
      <Group component="ul" gap="lg" className={classes.list}>
        {similar.map((badge) => (
          <Group component="li" key={badge.achievementId} gap="sm" wrap="nowrap">
            <BadgeImage imageId={badge.imageId} alt="" size={44} />
            <div>
              <Anchor href={`/achievements/${badge.achievementId}`} inherit target="_blank" rel="noopener">
                {badge.name}
              </Anchor>
              <Text size="sm">{badge.organizationName}</Text>
              {badge.isShared && (
                <Anchor href={`${library}/${badge.achievementId}`} size="sm" target="_blank" rel="noopener" aria-label={`${t('similar.adopt')} : ${badge.name}`}>
                  {t('similar.adopt')}
                </Anchor>
              )}
            </div>
          </Group>
        ))}
      </Group>
    </Notice>
  )
}
