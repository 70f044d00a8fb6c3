import type { Ctx } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../achievements.errors.ts'
import { changeAchievement } from '../draft.ts'

/** Opens a published badge to the structures of the network, or closes it to new ones: who adopted it goes on giving it. */
export function shareWithNetwork(ctx: Ctx, { achievementId, isShared }: { achievementId: string; isShared: boolean }): Promise<void> {
  return changeAchievement(ctx, achievementId, async (ctx, row) => {
    if (isShared && row.archived_at) throw refuse('is_archived')
    const published = await ctx.db.selectFrom('achievement_version').select('id').where('achievement_id', '=', row.id).limit(1).executeTakeFirst()
    if (!published) throw refuse('never_published')
    const { numUpdatedRows } = await ctx.db
      .updateTable('achievement')
      .set({ shared_at: isShared ? ctx.now() : null, shared_by: isShared && ctx.actor.kind === 'person' ? ctx.actor.personId : null })
      .where('id', '=', row.id)
      .where('shared_at', isShared ? 'is' : 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await recordAct(ctx, { organizationId: row.organization_id, act: isShared ? 'achievement.shared' : 'achievement.unshared', subject: { achievementId: row.id } })
  })
}
