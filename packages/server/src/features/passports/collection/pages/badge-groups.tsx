import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { BadgeState } from '#web/components/badge-state.tsx'
import { LevelLine } from '#web/components/level-ladder.tsx'
import type { Group, ViewName } from './arrange-views.ts'
import classes from './collection.module.css'
import type { Card } from './present-card.ts'

/** Cards in a gallery; or lines under months, skills or givers. */
export function BadgeGroups({ groups, view, isLarge }: { groups: Group[]; view: ViewName; isLarge: boolean }) {
  if (view === 'gallery')
    return (
      <ul className={isLarge ? classes.large : classes.gallery}>
        {groups[0]!.badges.map((badge) => (
          <GalleryCard key={badge.to} badge={badge} isLarge={isLarge} />
        ))}
      </ul>
    )
  return (
    <div className={view === 'timeline' ? classes.timeline : classes.groups}>
      {groups.map((group) => (
        <GroupOfBadges key={`${group.year ?? ''} ${group.title}`} group={group} />
      ))}
    </div>
  )
}

function GroupOfBadges({ group }: { group: Group }) {
  const { t } = useTranslation('collection')
  const { title, year, about, count, only, badges } = group
  return (
    <>
      {year && <h3 className={classes.year}>{year}</h3>}
      <section className={classes.group}>
        <h4 className={classes.groupTitle}>
          {title} <span className={classes.count}>{t('count', { count })}</span>
        </h4>
        {about && <p className={classes.about}>{about}</p>}
        <ul className={classes.lines}>
          {badges.map((badge) => (
            <li key={badge.to} className={classes.line}>
              <BadgePicture badge={badge} size={44} />
              <span>
                <Link to={badge.to} className={classes.cover}>
                  {badge.name}
                </Link>
                <span className={classes.issuer}>{badge.issuerName}</span>
                <State badge={badge} />
              </span>
            </li>
          ))}
        </ul>
        {only && count > badges.length && (
          <Link className={classes.all} to={`/me/badges?${new URLSearchParams({ [only.filter]: only.value })}`}>
            {t('groups.all', { count })}
          </Link>
        )}
      </section>
    </>
  )
}

function GalleryCard({ badge, isLarge }: { badge: Card; isLarge: boolean }) {
  const { t } = useTranslation('passports')
  return (
    <li className={`surface ${classes.card}`}>
      <BadgePicture badge={badge} size={isLarge ? 152 : 112} />
      <h3 className={classes.name}>
        <Link to={badge.to} className={classes.cover}>
          {badge.name}
        </Link>
      </h3>
      {badge.line && <LevelLine {...badge.line} label={(name, isReached) => t(isReached ? 'steps.level_reached' : 'steps.level_ahead', { name })} />}
      {badge.issuerName && <p>{badge.issuerName}</p>}
      {badge.receivedOn && <p className={classes.day}>{badge.receivedOn}</p>}
      {badge.isShared && <p className={classes.shared}>{t('passports:mine.shared')}</p>}
      <State badge={badge} />
      {badge.sentence && <p className={classes.sentence}>{badge.sentence}</p>}
    </li>
  )
}

/** Nothing where all is well: a badge that holds needs no word. */
function State({ badge }: { badge: Card }) {
  const { t } = useTranslation(['imports', 'faces'])
  const { kind, state } = badge
  if (!state) return null
  const look = state === 'invalid' ? 'revoked' : state === 'unknown' ? 'declined' : state
  return <BadgeState state={look} label={t(`${kind === 'received' ? 'faces' : 'imports'}:state.${state}.name`)} />
}
