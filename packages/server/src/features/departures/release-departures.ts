import { type Ctx, transaction } from '#ctx'

/** Nobody is left to move: what is under way is withdrawn, and past moves of somebody who is gone bear no name. */
export async function releaseDepartures(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { given_name } = await ctx.db.selectFrom('person').select('given_name').where('id', '=', personId).executeTakeFirstOrThrow()
    await ctx.db
      .updateTable('departure')
      .set({ withdrawn_at: ctx.now(), code_hash: null })
      .where('person_id', '=', personId)
      .where('moved_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('declined_at', 'is', null)
      .execute()
    await ctx.db.updateTable('departure').set({ person_name: given_name }).where('person_id', '=', personId).execute()
  })
}
