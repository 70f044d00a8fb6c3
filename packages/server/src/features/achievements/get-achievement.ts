import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import type { AchievementContent, DraftContent, PublishCheck } from './achievement.schema.ts'
import { type Draft, findMissing } from './draft.ts'

export type AchievementDetails = {
  achievementId: string
  organizationId: string
  isArchived: boolean
  isShared: boolean
  draft: { content: DraftContent; imageId: string | null; revision: number; missing: PublishCheck[] } | null
  versions: { versionId: string; number: number; publishedAt: Date; content: AchievementContent; imageId: string }[]
}

/** A badge as its own structure sees it: draft and all versions, the latest first. */
export async function getAchievement(ctx: Ctx, achievementId: string): Promise<AchievementDetails> {
  const row = isUuid(achievementId)
    ? await ctx.db
        .selectFrom('achievement')
        .select(['id', 'organization_id', 'draft', 'draft_revision', 'archived_at', 'shared_at'])
        .where('id', '=', achievementId)
        .executeTakeFirst()
    : undefined
  if (!row) throw refuse('not_found')
  await demand(ctx, 'view', row.organization_id)
  const versions = await ctx.db.selectFrom('achievement_version').selectAll().where('achievement_id', '=', achievementId).orderBy('number', 'desc').execute()
  const draft = row.draft as Draft | null
  return {
    achievementId: row.id,
    organizationId: row.organization_id,
    isArchived: row.archived_at !== null,
    isShared: row.shared_at !== null,
    draft: draft && { ...draft, revision: row.draft_revision, missing: findMissing(draft) },
    versions: versions.map((version) => ({
      versionId: version.id,
      number: version.number,
      publishedAt: version.published_at,
      content: version.content as AchievementContent,
      imageId: version.image_id,
    })),
  }
}
