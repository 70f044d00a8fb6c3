import { type Ctx, requirePerson } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'

/** From now on its address shows nothing. Closing twice is closing once. */
export async function closeShare(ctx: Ctx, shareId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(shareId)) throw refuse('not_found')
  const { numUpdatedRows } = await ctx.db
    .updateTable('share')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(ctx.now())) }))
    .where('id', '=', shareId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refuse('not_found')
}

/** All at once: nothing of theirs is shown at any address from now on. */
export async function closeAllShares(ctx: Ctx): Promise<void> {
  const { personId } = requirePerson(ctx)
  await ctx.db.updateTable('share').set({ revoked_at: ctx.now() }).where('person_id', '=', personId).where('revoked_at', 'is', null).execute()
}
