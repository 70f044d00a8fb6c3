import type { Ctx } from '#ctx'
import type { AchievementContent } from './achievement.schema.ts'

export type PublishedAchievement = { achievementId: string; versionId: string; number: number; content: AchievementContent; imageId: string }

/** The badges of a structure that can be given today, as everybody may see them. */
export async function listPublished(ctx: Ctx, organizationId: string): Promise<PublishedAchievement[]> {
  const rows = await ctx.db
    .selectFrom('achievement_version')
    .innerJoin('achievement', 'achievement.id', 'achievement_version.achievement_id')
    .distinctOn('achievement.id')
    .select(['achievement.id', 'achievement_version.id as version_id', 'achievement_version.number', 'achievement_version.content', 'achievement_version.image_id'])
    .where('achievement.organization_id', '=', organizationId)
    .where('achievement.archived_at', 'is', null)
    .orderBy('achievement.id')
    .orderBy('achievement_version.number', 'desc')
    .execute()
  const published = rows.map((row) => ({
    achievementId: row.id,
    versionId: row.version_id,
    number: row.number,
    content: row.content as AchievementContent,
    imageId: row.image_id,
  }))
  return published.sort((a, b) => a.content.name.fr.localeCompare(b.content.name.fr, 'fr'))
}
