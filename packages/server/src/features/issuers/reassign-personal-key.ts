import type { Ctx } from '#ctx'

/** Whoever has no key of their own yet signs with that of their second entry. For the platform only: the caller has checked. */
export async function reassignPersonalKey(ctx: Ctx, { duplicateId, personId }: { duplicateId: string; personId: string }): Promise<void> {
  const own = await ctx.db.selectFrom('personal_key').select('id').where('person_id', '=', personId).executeTakeFirst()
  // A key that gives way goes too: what it signed verifies by its did:key alone, and nobody signs with it any more.
  if (own) await ctx.db.deleteFrom('personal_key').where('person_id', '=', duplicateId).execute()
  else await ctx.db.updateTable('personal_key').set({ person_id: personId }).where('person_id', '=', duplicateId).execute()
}
