import type { Ctx } from '#ctx'
import { changeAchievement } from './draft.ts'

/** Nobody can be given an archived badge any more; those who hold it keep it, and its page stays. */
export const archiveAchievement = (ctx: Ctx, achievementId: string): Promise<void> => setArchived(ctx, achievementId, true)
export const unarchiveAchievement = (ctx: Ctx, achievementId: string): Promise<void> => setArchived(ctx, achievementId, false)

const setArchived = (ctx: Ctx, achievementId: string, isArchived: boolean): Promise<void> =>
  changeAchievement(ctx, achievementId, async (ctx, row) => {
    await ctx.db
      .updateTable('achievement')
      .set({ archived_at: isArchived ? (row.archived_at ?? ctx.now()) : null })
      .where('id', '=', row.id)
      .execute()
  })
