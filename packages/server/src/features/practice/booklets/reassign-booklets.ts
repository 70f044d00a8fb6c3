import { sql } from 'kysely'
import type { Ctx } from '#ctx'

/** Somebody who was entered twice is one person. Where both said something, what the person they are said stays. For the platform only. */
export async function reassignBooklets(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  await sql`update booklet_sentence said set person_id = ${personId} where person_id = ${duplicateId} and not exists (
    select from booklet_sentence other where other.person_id = ${personId} and other.programme_id = said.programme_id
      and other.achievement_id is not distinct from said.achievement_id and other.period_id is not distinct from said.period_id)`.execute(ctx.db)
  await sql`update booklet_bonus said set person_id = ${personId} where person_id = ${duplicateId} and not exists (
    select from booklet_bonus other where other.person_id = ${personId} and other.period_id = said.period_id)`.execute(ctx.db)
  for (const table of ['booklet_sentence', 'booklet_bonus', 'booklet_share'] as const) await ctx.db.deleteFrom(table).where('person_id', '=', duplicateId).execute()
}
