import { bedelBadges } from './badges-bedel.table-data.ts'
import { genevoixBadges } from './badges-genevoix.table-data.ts'
import { networkBadges } from './badges-network.table-data.ts'

/** In the order in which they were published: the home page shows the last ones. */
export const badges = { ...networkBadges, ...genevoixBadges, ...bedelBadges }
export type BadgeKey = keyof typeof badges
