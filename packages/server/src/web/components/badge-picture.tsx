import { BadgeImage } from './badge-image.tsx'
import classes from './badge-picture.module.css'

type Pictured = { imageId: string | null; imageAlt?: string; picture: string | null; name: string }

/** The picture of a badge of any origin; the first letter of its name when it has none that draws. `isNamed`: its name stands beside it, which says enough. */
export function BadgePicture({ badge, size, isNamed = false }: { badge: Pictured; size: number; isNamed?: boolean }) {
  if (badge.imageId) return <BadgeImage imageId={badge.imageId} alt={isNamed ? '' : (badge.imageAlt ?? '')} size={size} />
  if (badge.picture) return <img src={badge.picture} alt="" width={size} height={size} loading="lazy" decoding="async" className={classes.image} />
  return (
    <span aria-hidden="true" className={classes.initial} style={{ width: size, height: size, fontSize: size / 2.4 }}>
      {badge.name.slice(0, 1).toUpperCase()}
    </span>
  )
}
