import type { Ctx } from '#ctx'
import { refuse } from './achievements.errors.ts'
import { changeAchievement, type Draft } from './draft.ts'

/** A draft that starts from the latest version; what is published stays as it is until the next publication. */
export function startNewVersion(ctx: Ctx, achievementId: string): Promise<void> {
  return changeAchievement(ctx, achievementId, async (ctx, row) => {
    if (row.archived_at) throw refuse('is_archived')
    if (row.draft) throw refuse('already_draft')
    const latest = await ctx.db
      .selectFrom('achievement_version')
      .select(['content', 'image_id'])
      .where('achievement_id', '=', row.id)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    const draft: Draft = { content: latest.content as Draft['content'], imageId: latest.image_id }
    await ctx.db
      .updateTable('achievement')
      .set((eb) => ({ draft: JSON.stringify(draft), draft_revision: eb('draft_revision', '+', 1), updated_at: ctx.now() }))
      .where('id', '=', row.id)
      .execute()
  })
}
