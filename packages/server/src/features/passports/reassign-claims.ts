import type { Ctx } from '#ctx'

/** The cards of somebody who was entered twice open the passport of the person they are. */
export async function reassignClaims(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  await ctx.db.updateTable('claim').set({ used_by: personId }).where('used_by', '=', duplicateId).execute()
  // One access card at a time: their own counts, else that of the second entry.
  const live = ctx.db.updateTable('access_card').where('person_id', '=', duplicateId)
  const own = await ctx.db.selectFrom('access_card').select('id').where('person_id', '=', personId).where('replaced_at', 'is', null).executeTakeFirst()
  if (own) await live.set({ replaced_at: ctx.now() }).where('replaced_at', 'is', null).execute()
  await live.set({ person_id: personId }).execute()
}
