import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { type CeremonyState, stateOf } from './ceremony-state.ts'

export type CeremonyLine = {
  ceremonyId: string
  title: string
  startsAt: Date
  place: string
  state: CeremonyState
  recipientCount: number
  /** Of a published one: who was not there to take it. */
  leftToHandCount: number
  failedCount: number
}

/** The ceremonies of a structure: those to come, the nearest first, then the past ones. */
export async function listCeremonies(ctx: Ctx, organizationId: string): Promise<CeremonyLine[]> {
  await demand(ctx, 'issue', organizationId)
  const count = (condition: string) => sql<number>`(select count(*)::int from ceremony_recipient where ceremony_id = ceremony.id ${sql.raw(condition)})`
  const rows = await ctx.db
    .selectFrom('ceremony')
    .selectAll()
    .select([
      count('').as('recipient_count'),
      count("and presence <> 'handed' and outcome in ('issued', 'already-held')").as('left_count'),
      count("and outcome = 'failed'").as('failed_count'),
    ])
    .where('organization_id', '=', organizationId)
    .orderBy(sql`confirmed_at is not null`)
    .orderBy(sql`case when confirmed_at is null then starts_at end`)
    .orderBy('starts_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    ceremonyId: row.id,
    title: row.title,
    startsAt: row.starts_at,
    place: row.place,
    state: stateOf(row, ctx.now()),
    recipientCount: row.recipient_count,
    leftToHandCount: row.left_count,
    failedCount: row.failed_count,
  }))
}
