import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'

/** What was given, or is about to be, to somebody who was entered twice goes to the person they are. What was signed stays untouched. For the platform only. */
export async function reassignCredentials(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await transaction(ctx, async (ctx) => {
    await ctx.db.updateTable('credential').set({ person_id: personId }).where('person_id', '=', duplicateId).execute()
    await ctx.db.updateTable('issue_batch_row').set({ person_id: personId }).where('person_id', '=', duplicateId).execute()
  })
}
