import type { Ctx } from '#ctx'
import { refuse } from './achievements.errors.ts'
import { changeAchievement } from './draft.ts'

/** Throws the draft away: what is published stays; a badge that was never published goes with it. */
export function discardDraft(ctx: Ctx, achievementId: string): Promise<{ isGone: boolean }> {
  return changeAchievement(ctx, achievementId, async (ctx, row) => {
    if (!row.draft) throw refuse('no_draft')
    const isPublished = await ctx.db.selectFrom('achievement_version').select('id').where('achievement_id', '=', row.id).limit(1).executeTakeFirst()
    if (isPublished) await ctx.db.updateTable('achievement').set({ draft: null, updated_at: ctx.now() }).where('id', '=', row.id).execute()
    else await ctx.db.deleteFrom('achievement').where('id', '=', row.id).execute()
    return { isGone: !isPublished }
  })
}
