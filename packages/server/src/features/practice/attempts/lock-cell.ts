import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { DB } from '#db/schema.ts'

export type Attempt = Selectable<DB['attempt']>
export type CellKey = { programmeId: string; achievementId: string; personId: string }

/** The attempt that waits for a verdict, if any. One pupil and badge are written by one at a time, whether or not an attempt is there already. */
export async function lockCell(ctx: Ctx, { programmeId, achievementId, personId }: CellKey): Promise<Attempt | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`attempt:${programmeId}:${achievementId}:${personId}`}, 0))`.execute(ctx.db)
  return ctx.db
    .selectFrom('attempt')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('achievement_id', '=', achievementId)
    .where('person_id', '=', personId)
    .where('verdict', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
}
