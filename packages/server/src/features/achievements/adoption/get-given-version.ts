import type { Ctx } from '#ctx'
import { refuse } from '../achievements.errors.ts'
import { type AchievementVersion, getVersion } from '../get-version.ts'

type Given = { organizationId: string; achievementId: string }

/** The version of a badge that a structure gives today: the latest of its own, the adopted one of another's. */
export async function findGivenVersion(ctx: Ctx, { organizationId, achievementId }: Given): Promise<AchievementVersion | undefined> {
  const row = await ctx.db
    .selectFrom('achievement')
    .leftJoin('achievement_adoption as adoption', (join) =>
      join.onRef('adoption.achievement_id', '=', 'achievement.id').on('adoption.organization_id', '=', organizationId).on('adoption.ended_at', 'is', null),
    )
    .select(['achievement.organization_id', 'adoption.achievement_version_id'])
    .select((eb) => eb.exists(eb.selectFrom('achievement_version').whereRef('achievement_id', '=', 'achievement.id')).as('is_published'))
    .where('achievement.id', '=', achievementId)
    .where('achievement.archived_at', 'is', null)
    .executeTakeFirst()
  if (!row?.is_published) return undefined
  if (row.organization_id === organizationId) return getVersion(ctx, { achievementId })
  return row.achievement_version_id ? getVersion(ctx, { versionId: row.achievement_version_id }) : undefined
}

export async function getGivenVersion(ctx: Ctx, given: Given): Promise<AchievementVersion> {
  const version = await findGivenVersion(ctx, given)
  if (!version) throw refuse('badge_not_given')
  return version
}

/** Its own, or one that it has adopted: what a structure may give, in any version. */
export async function isGivenBy(ctx: Ctx, { organizationId, authorId, achievementId }: Given & { authorId: string }): Promise<boolean> {
  if (authorId === organizationId) return true
  const adoption = await ctx.db
    .selectFrom('achievement_adoption')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('achievement_id', '=', achievementId)
    .where('ended_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  return adoption !== undefined
}
