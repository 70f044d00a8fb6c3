import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'

/** The cards of somebody who was entered twice open the passport of the person they are. For the platform only. */
export async function reassignClaims(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await ctx.db.updateTable('claim').set({ used_by: personId }).where('used_by', '=', duplicateId).execute()
}
