import { BadgeImage } from '#web/components/badge-image.tsx'
import classes from './endorsements.module.css'
import type { PresentedBadge } from './present-badge.ts'

type Pictured = Pick<PresentedBadge, 'imageId' | 'imageAlt' | 'picture' | 'name'>

/** The picture of a badge of any origin; the first letter of its name when it has none that draws. */
export function BadgePicture({ badge, size, isNamed = true }: { badge: Pictured; size: number; isNamed?: boolean }) {
  if (badge.imageId) return <BadgeImage imageId={badge.imageId} alt={isNamed ? '' : badge.imageAlt} size={size} />
  if (badge.picture) return <img src={badge.picture} alt="" width={size} height={size} loading="lazy" decoding="async" className={classes.picture} />
  return (
    <span aria-hidden="true" className={classes.initial} style={{ width: size, height: size, fontSize: size / 2.4 }}>
      {badge.name.slice(0, 1).toUpperCase()}
    </span>
  )
}
