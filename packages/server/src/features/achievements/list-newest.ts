import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from './achievement.schema.ts'

export type NewestAchievement = { achievementId: string; content: AchievementContent; imageId: string; organizationName: string }

/** The badges of the network that were published last, at most two of a structure, so that no one fills the window alone. */
export async function listNewest(ctx: Ctx, limit: number): Promise<NewestAchievement[]> {
  const rows = await ctx.db
    .with('latest', (db) =>
      db
        .selectFrom('achievement_version')
        .innerJoin('achievement', 'achievement.id', 'achievement_version.achievement_id')
        .innerJoin('organization', 'organization.id', 'achievement.organization_id')
        .select(['achievement.id', 'achievement_version.content', 'achievement_version.image_id', 'achievement_version.published_at', 'organization.name as organization_name'])
        .select(sql<number>`row_number() over (partition by achievement.organization_id order by achievement_version.published_at desc, achievement.id)`.as('place'))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('achievement_version as later')
                .select('later.id')
                .whereRef('later.achievement_id', '=', 'achievement.id')
                .whereRef('later.number', '>', 'achievement_version.number'),
            ),
          ),
        )
        .where('achievement.archived_at', 'is', null)
        .where('organization.archived_at', 'is', null),
    )
    .selectFrom('latest')
    .selectAll()
    .where('place', '<=', 2)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ achievementId: row.id, content: row.content as AchievementContent, imageId: row.image_id, organizationName: row.organization_name }))
}
