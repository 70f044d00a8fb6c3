import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import type { Period } from '../browser/progress.ts'

export type ProgrammeBadge = { achievementId: string; versionId: string; imageId: string; content: AchievementContent; requiredIds: string[] }

/** Its badges as the structure gives them today, in their order. One that is no longer given is shown by its last version. */
export async function readBadges(ctx: Ctx, programmeId: string): Promise<ProgrammeBadge[]> {
  const { rows } = await sql<{ achievementId: string; versionId: string; imageId: string; content: AchievementContent; requiredIds: string[] }>`
    select badge.achievement_id as "achievementId", version.id as "versionId", version.image_id as "imageId", version.content,
      array(select required_id from programme_prerequisite rule where rule.programme_id = badge.programme_id and rule.achievement_id = badge.achievement_id) as "requiredIds"
    from programme_badge badge
    join programme on programme.id = badge.programme_id
    left join achievement_adoption adoption
      on adoption.achievement_id = badge.achievement_id and adoption.organization_id = programme.organization_id and adoption.ended_at is null
    join lateral (
      select id, image_id, content from achievement_version
      where achievement_id = badge.achievement_id and (adoption.id is null or id = adoption.achievement_version_id)
      order by number desc limit 1
    ) version on true
    where badge.programme_id = ${programmeId}
    order by badge.position`.execute(ctx.db)
  return rows
}

export async function readPeriods(ctx: Ctx, programmeId: string): Promise<Period[]> {
  return ctx.db
    .selectFrom('programme_period')
    .select(['id as periodId', 'name', 'required', sql<string>`starts_on::text`.as('startsOn'), sql<string>`ends_on::text`.as('endsOn')])
    .where('programme_id', '=', programmeId)
    .orderBy('starts_on')
    .execute()
}
