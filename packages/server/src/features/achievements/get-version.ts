import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import type { AchievementContent } from './achievement.schema.ts'

export type AchievementVersion = {
  versionId: string
  achievementId: string
  number: number
  organizationId: string
  content: AchievementContent
  imageId: string
  imageMediaType: 'image/png' | 'image/svg+xml'
  publishedAt: Date
  isArchived: boolean
}

/** A published version: the one named, or the latest of its badge. Public, as every published version is. */
export async function getVersion(ctx: Ctx, by: { versionId: string } | { achievementId: string; number?: number | undefined }): Promise<AchievementVersion> {
  const id = 'versionId' in by ? by.versionId : by.achievementId
  const row = isUuid(id)
    ? await ctx.db
        .selectFrom('achievement_version')
        .innerJoin('achievement', 'achievement.id', 'achievement_version.achievement_id')
        .innerJoin('image', 'image.id', 'achievement_version.image_id')
        .select([
          'achievement_version.id',
          'achievement_version.achievement_id',
          'achievement_version.number',
          'achievement_version.content',
          'achievement_version.published_at',
          'achievement.organization_id',
          'achievement.archived_at',
          'image.id as image_id',
          'image.media_type',
        ])
        .where('versionId' in by ? 'achievement_version.id' : 'achievement_version.achievement_id', '=', id)
        .$if('number' in by && by.number !== undefined, (query) => query.where('achievement_version.number', '=', (by as { number: number }).number))
        .orderBy('achievement_version.number', 'desc')
        .limit(1)
        .executeTakeFirst()
    : undefined
  if (!row) throw refuse('not_found')
  return {
    versionId: row.id,
    achievementId: row.achievement_id,
    number: row.number,
    organizationId: row.organization_id,
    content: row.content as AchievementContent,
    imageId: row.image_id,
    imageMediaType: row.media_type as AchievementVersion['imageMediaType'],
    publishedAt: row.published_at,
    isArchived: row.archived_at !== null,
  }
}

/** All versions of a badge, the latest first. */
export async function listVersions(ctx: Ctx, achievementId: string): Promise<{ number: number; publishedAt: Date }[]> {
  const rows = await ctx.db.selectFrom('achievement_version').select(['number', 'published_at']).where('achievement_id', '=', achievementId).orderBy('number', 'desc').execute()
  return rows.map((row) => ({ number: row.number, publishedAt: row.published_at }))
}
