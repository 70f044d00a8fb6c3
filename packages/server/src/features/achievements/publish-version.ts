import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { ensureIssuer } from '#features/issuers/index.ts'
import { recordAct } from '#features/organizations/index.ts'
import { AchievementContent } from './achievement.schema.ts'
import { refuse } from './achievements.errors.ts'
import { changeAchievement, findMissing } from './draft.ts'

/** Turns the draft into the next version, which never changes. Badges received keep the version they were given for. */
export function publishVersion(ctx: Ctx, achievementId: string): Promise<{ versionId: string; number: number }> {
  return changeAchievement(ctx, achievementId, async (ctx, row) => {
    if (row.archived_at) throw refuse('is_archived')
    if (!row.draft) throw refuse('no_draft')
    const missing = findMissing(row.draft)
    if (missing.length) throw refuse('not_publishable', { missing })
    await ensureIssuer(ctx, row.organization_id)
    const content = AchievementContent.parse(row.draft.content)
    const version = await ctx.db
      .insertInto('achievement_version')
      .values({
        id: ctx.newId(),
        achievement_id: row.id,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from achievement_version where achievement_id = ${row.id})`,
        content: JSON.stringify(content),
        image_id: row.draft.imageId!,
        published_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        published_at: ctx.now(),
      })
      .returning(['id', 'number'])
      .executeTakeFirstOrThrow()
    await ctx.db.updateTable('achievement').set({ draft: null, updated_at: ctx.now() }).where('id', '=', row.id).execute()
    await recordAct(ctx, { organizationId: row.organization_id, act: 'achievement.published', subject: { achievementId: row.id, number: version.number } })
    return { versionId: version.id, number: version.number }
  })
}
