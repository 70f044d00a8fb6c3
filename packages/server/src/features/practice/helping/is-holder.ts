import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#ctx'

type Sql = string | RawBuilder<unknown>

/** Whether somebody holds a badge at a moment, from whichever structure. */
export const holds = ({ achievementId, personId, now }: { achievementId: Sql; personId: Sql; now: Date }): RawBuilder<boolean> => sql`exists (
  select from credential held
  where held.person_id = ${personId} and held.achievement_id = ${achievementId} and held.revoked_at is null and (held.valid_until is null or held.valid_until > ${now}))`

export async function isHolder(ctx: Ctx, who: { achievementId: string; personId: string }): Promise<boolean> {
  const { rows } = await sql<{ isHolder: boolean }>`select ${holds({ ...who, now: ctx.now() })} as "isHolder"`.execute(ctx.db)
  return rows[0]!.isHolder
}
