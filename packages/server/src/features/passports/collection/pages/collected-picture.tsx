import { BadgeImage } from '#web/components/badge-image.tsx'
import classes from './collected-picture.module.css'
import type { PresentedCollected } from './present-collected.ts'

/** The picture of a badge of any origin; the first letter of its name when it has none that draws. */
export function CollectedPicture({ badge, size }: { badge: Pick<PresentedCollected, 'imageId' | 'imageAlt' | 'picture' | 'name'>; size: number }) {
  if (badge.imageId) return <BadgeImage imageId={badge.imageId} alt={badge.imageAlt} size={size} />
  if (badge.picture) return <img src={badge.picture} alt="" width={size} height={size} loading="lazy" decoding="async" className={classes.image} />
  return (
    <span aria-hidden="true" className={classes.initial} style={{ width: size, height: size, fontSize: size / 2.4 }}>
      {badge.name.slice(0, 1).toUpperCase()}
    </span>
  )
}
