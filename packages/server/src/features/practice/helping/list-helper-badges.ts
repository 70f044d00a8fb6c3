import type { Ctx } from '#ctx'
import { type AchievementContent, listPublished } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'

/** What a programme of the structure may give for helps: badges that it gives today, without levels. */
export async function listHelperBadges(ctx: Ctx, organizationId: string): Promise<{ achievementId: string; name: AchievementContent['name'] }[]> {
  await demand(ctx, 'issue', organizationId)
  const published = await listPublished(ctx, organizationId)
  return published.filter(({ content }) => content.levels.length === 0).map(({ achievementId, content }) => ({ achievementId, name: content.name }))
}
