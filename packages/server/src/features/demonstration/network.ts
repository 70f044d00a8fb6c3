// What the seeding verbs hand to each other: who and what has been made, by the names of the tables.
import { as, type Ctx } from '#ctx'
import type { BadgeKey } from './badges.table-data.ts'
import type { StructureKey } from './structures.table-data.ts'

export type Network = {
  organizationIds: Map<StructureKey, string>
  /** By address. */
  personIds: Map<string, string>
  /** Pupils of each class, in the order of the list. */
  pupilIds: Map<string, string[]>
  cohortIds: Map<string, string>
  /** Each badge, with the version that is given at that time. */
  badges: Map<BadgeKey, { achievementId: string; versionId: string }>
}

export const emptyNetwork = (): Network => ({ organizationIds: new Map(), personIds: new Map(), pupilIds: new Map(), cohortIds: new Map(), badges: new Map() })

/** What a table names and no verb made is a mistake in the table. */
export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the demonstration has no “${String(key)}”`)
  return value
}

/** The Ctx of one of the invented people, at a given time. */
export const personAt = (ctx: Ctx, personId: string, now: Date): Ctx => ({ ...as(ctx, { kind: 'person', personId, sessionId: personId, isNetworkAdmin: false }), now: () => now })
