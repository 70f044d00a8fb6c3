import { bedelBadges } from './badges-bedel.table-data.ts'
import { genevoixBadges } from './badges-genevoix.table-data.ts'
import { networkBadges } from './badges-network.table-data.ts'

export const badges = { ...bedelBadges, ...genevoixBadges, ...networkBadges }
export type BadgeKey = keyof typeof badges
