import type { CSSProperties } from 'react'
import type { Picture } from '#features/accounts/accounts.schema.ts'
import { DRAWINGS } from './picture-icons.tsx'
import classes from './secrets.module.css'

/** Its name stands beside it: the drawing itself is not read out. */
export function Drawing({ picture, size }: { picture: Picture; size: number }) {
  const { Icon, hue } = DRAWINGS[picture]
  const style = { '--by-day': `var(--mantine-color-${hue}-8)`, '--by-night': `var(--mantine-color-${hue}-4)` } as CSSProperties
  return <Icon size={size} stroke={1.7} aria-hidden className={classes.drawing} style={style} />
}
