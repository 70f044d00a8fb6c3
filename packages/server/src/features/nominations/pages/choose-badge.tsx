import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import type { Propose } from './nominate.page.tsx'
import classes from './nominations.module.css'

/** The badges of the structure; what there is already of this person is said here, before anybody writes. */
export function ChooseBadge({ page: { badges, nominee }, here }: { page: Propose; here: string }) {
  const { t } = useTranslation('nominations')
  if (badges.length === 0) return <EmptyState title={t('propose.no_badge')}>{t('propose.no_badge_help')}</EmptyState>
  return (
    <section aria-labelledby="which">
      <Title order={2} id="which" mb="md">
        {t('propose.which', { name: nominee!.name, self: nominee!.isMe ? 'yes' : 'no' })}
      </Title>
      <ul className={classes.badges}>
        {badges.map((badge) => {
          const isTaken = badge.standing === 'held' || badge.standing === 'voiced'
          return (
            <li key={badge.achievementId} className="surface" data-taken={isTaken || undefined}>
              <BadgeImage imageId={badge.imageId} alt="" size={72} />
              <div>
                {isTaken ? (
                  <strong>{badge.name}</strong>
                ) : (
                  <Link to={`${here}?${nominee!.address}&badge=${badge.achievementId}`} className={classes.cover}>
                    {badge.name}
                  </Link>
                )}
                <Text size="sm" c="dimmed">
                  {badge.description}
                </Text>
                {badge.heldLevels.length > 0 && (
                  <Text size="sm" mt={4}>
                    {t('standing.levels', { levels: badge.heldLevels.join(', ') })}
                  </Text>
                )}
                {badge.standing !== 'none' && (
                  <Text size="sm" fw={600} mt={4}>
                    {t(`standing.${badge.standing}`, { self: nominee!.isMe ? 'yes' : 'no' })}
                  </Text>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
