import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { holds } from './is-holder.ts'

/** In words only: « encore un », « encore quelques-uns », the teacher knows, it is there. How many others have is nobody's business. */
export type HelperProgress = { achievementId: string; name: AchievementContent['name']; state: 'some-left' | 'one-left' | 'reached' | 'held' }

/** How far somebody is towards the badge for helping, where the programme gives one. */
export async function readHelperProgress(ctx: Ctx, { programmeId, personId }: { programmeId: string; personId: string }): Promise<HelperProgress | undefined> {
  const { rows } = await sql<{ achievementId: string; name: AchievementContent['name']; left: number; isHeld: boolean }>`
    select chosen.achievement_id as "achievementId", version.content->'name' as name, ${holds({ achievementId: sql.ref('chosen.achievement_id'), personId, now: ctx.now() })} as "isHeld",
      chosen.needed - (select count(*)::int from help_given where programme_id = ${programmeId} and helper_id = ${personId} and confirmed_at is not null) as left
    from programme_helper_badge chosen
    join lateral (select content from achievement_version where achievement_id = chosen.achievement_id order by number desc limit 1) version on true
    where chosen.programme_id = ${programmeId}`.execute(ctx.db)
  const row = rows[0]
  if (!row) return undefined
  const { achievementId, name, left, isHeld } = row
  return { achievementId, name, state: isHeld ? 'held' : left <= 0 ? 'reached' : left === 1 ? 'one-left' : 'some-left' }
}
