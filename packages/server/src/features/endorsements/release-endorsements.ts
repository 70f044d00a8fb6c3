import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'

/**
 * Of somebody who is gone: what they asked for is withdrawn, what they were asked is declined, what was signed for them is shown to nobody. What they
 * signed for others stays those others', under the name it was signed with. For the platform only.
 */
export async function releaseEndorsements(ctx: Ctx, personId: string): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await transaction(ctx, async (ctx) => {
    const now = ctx.now()
    await ctx.db
      .updateTable('endorsement_request')
      .set((eb) => ({ message: '', withdrawn_at: eb.fn.coalesce('withdrawn_at', eb.val(now)) }))
      .where('holder_id', '=', personId)
      .execute()
    await ctx.db
      .updateTable('endorsement_request')
      .set({ declined_at: now })
      .where('asked_id', '=', personId)
      .where('withdrawn_at', 'is', null)
      .where('declined_at', 'is', null)
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('endorsement').select('id').whereRef('request_id', '=', 'endorsement_request.id'))))
      .execute()
    await ctx.db.updateTable('endorsement_request').set({ asked_name: '', asked_address: null, token_hash: null, token_sealed: null }).where('asked_id', '=', personId).execute()
    await ctx.db.deleteFrom('endorsement').where('holder_id', '=', personId).where('document', 'is', null).execute()
    await ctx.db.updateTable('endorsement').set({ shown_at: null }).where('holder_id', '=', personId).execute()
  })
}
