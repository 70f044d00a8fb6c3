import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { type AchievementVersion, getVersion } from '../get-version.ts'

export type NetworkBadgeDetails = {
  /** What the structure gives, or would give if it adopted. */
  version: AchievementVersion
  /** The author's latest, when the structure gives an earlier one. */
  next: AchievementVersion | null
  author: { id: string; name: string }
  isShared: boolean
  adoption: { localNote: string; adoptedAt: Date } | null
}

/** A badge of another structure as this one sees it: shared with the network, or adopted already. Any other is not found. */
export async function getNetworkBadge(ctx: Ctx, { organizationId, achievementId }: { organizationId: string; achievementId: string }): Promise<NetworkBadgeDetails> {
  await demand(ctx, 'view', organizationId)
  const row = isUuid(achievementId) ? await readRow(ctx, organizationId, achievementId) : undefined
  if (!row || !(row.shared_at || row.adopted_at)) throw refuse('not_found')
  const latest = await getVersion(ctx, { achievementId })
  const version = row.achievement_version_id ? await getVersion(ctx, { versionId: row.achievement_version_id }) : latest
  return {
    version,
    next: version.versionId === latest.versionId ? null : latest,
    author: { id: row.author_id, name: row.author_name },
    isShared: row.shared_at !== null && row.archived_at === null,
    adoption: row.adopted_at && { localNote: row.local_note ?? '', adoptedAt: row.adopted_at },
  }
}

const readRow = (ctx: Ctx, organizationId: string, achievementId: string) =>
  ctx.db
    .selectFrom('achievement')
    .innerJoin('organization as author', 'author.id', 'achievement.organization_id')
    .leftJoin('achievement_adoption as adoption', (join) =>
      join.onRef('adoption.achievement_id', '=', 'achievement.id').on('adoption.organization_id', '=', organizationId).on('adoption.ended_at', 'is', null),
    )
    .select(['achievement.shared_at', 'achievement.archived_at', 'author.id as author_id', 'author.name as author_name'])
    .select(['adoption.adopted_at', 'adoption.local_note', 'adoption.achievement_version_id'])
    .where('achievement.id', '=', achievementId)
    .where('achievement.organization_id', '<>', organizationId)
    .executeTakeFirst()
