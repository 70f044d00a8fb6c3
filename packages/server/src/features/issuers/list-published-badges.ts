import type { Ctx } from '#ctx'

type Text = { fr: string; en?: string }
export type PublishedBadge = { achievementId: string; imageId: string; name: Text; description: Text; imageAlt: Text }

/** What an issuer can give today: the latest version of each of its badges, for everybody to see. */
export async function listPublishedBadges(ctx: Ctx, organizationId: string): Promise<PublishedBadge[]> {
  const rows = await ctx.db
    .selectFrom('achievement_version')
    .innerJoin('achievement', 'achievement.id', 'achievement_version.achievement_id')
    .distinctOn('achievement.id')
    .select(['achievement.id', 'achievement_version.content', 'achievement_version.image_id'])
    .where('achievement.organization_id', '=', organizationId)
    .where('achievement.archived_at', 'is', null)
    .orderBy('achievement.id')
    .orderBy('achievement_version.number', 'desc')
    .execute()
  const badges = rows.map((row) => {
    const { name, description, imageAlt } = row.content as Omit<PublishedBadge, 'achievementId' | 'imageId'>
    return { achievementId: row.id, imageId: row.image_id, name, description, imageAlt }
  })
  return badges.sort((one, other) => one.name.fr.localeCompare(other.name.fr, 'fr'))
}
