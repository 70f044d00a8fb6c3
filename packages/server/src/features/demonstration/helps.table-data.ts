// Who of the class offers help with what, and who helped whom: places in the class, or an address.
import { type PhysicsBadge, pupilOfSeconde } from './programmes.table-data.ts'

export const offers: readonly { of: number; badges: readonly PhysicsBadge[] }[] = [
  { of: 1, badges: ['formulas'] },
  { of: 3, badges: ['units'] },
  { of: 4, badges: ['conversions', 'significant-digits'] },
  { of: 6, badges: ['units'] },
  { of: 12, badges: ['conversions', 'units'] },
  { of: 13, badges: ['significant-digits'] },
  { of: 17, badges: ['formulas'] },
  { of: 21, badges: ['conversions'] },
]

/** From how many on the teachers hear of it. */
export const NEEDED = 5

type Help = { by: number; to: number | string; badge: PhysicsBadge; daysAgo: number; isWaiting?: true }

/** Two are asked again and again; the last one waits for a yes. */
export const helps: readonly Help[] = [
  { by: 4, to: 2, badge: 'conversions', daysAgo: 16 },
  { by: 4, to: 5, badge: 'conversions', daysAgo: 14 },
  { by: 4, to: 16, badge: 'significant-digits', daysAgo: 13 },
  { by: 4, to: 8, badge: 'significant-digits', daysAgo: 9 },
  { by: 4, to: 15, badge: 'conversions', daysAgo: 3 },
  { by: 12, to: 11, badge: 'conversions', daysAgo: 15 },
  { by: 12, to: 18, badge: 'units', daysAgo: 10 },
  { by: 12, to: 25, badge: 'units', daysAgo: 8 },
  { by: 12, to: 28, badge: 'conversions', daysAgo: 2 },
  { by: 6, to: pupilOfSeconde, badge: 'units', daysAgo: 1, isWaiting: true },
]
