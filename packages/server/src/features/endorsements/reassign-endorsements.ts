import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'

/** What somebody who was entered twice asked for, was asked for and wrote is of the person they are. For the platform only. */
export async function reassignEndorsements(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await ctx.db.updateTable('endorsement_request').set({ holder_id: personId }).where('holder_id', '=', duplicateId).execute()
  await ctx.db.updateTable('endorsement_request').set({ asked_id: personId }).where('asked_id', '=', duplicateId).execute()
  await ctx.db.updateTable('endorsement').set({ holder_id: personId }).where('holder_id', '=', duplicateId).execute()
  await ctx.db.updateTable('endorsement').set({ endorser_id: personId }).where('endorser_id', '=', duplicateId).execute()
}
