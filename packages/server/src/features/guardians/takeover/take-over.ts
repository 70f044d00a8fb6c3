import { type Ctx, requirePerson, transaction } from '#ctx'
import { isProtected, listHeld, shareCredential } from '#features/credentials/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'

/** A pupil of fifteen says what stays open of what was shared when the family decided too; the rest is private. */
export async function takeOver(ctx: Ctx, { keep }: { keep: readonly string[] }): Promise<void> {
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    if (await isProtected(ctx, personId)) throw refuseKit('not_allowed')
    for (const { credentialId, isSharedBefore15, state } of await listHeld(ctx, personId))
      if (isSharedBefore15 && state !== 'revoked') await shareCredential(ctx, { credentialId, isShared: keep.includes(credentialId) })
    await ctx.db
      .insertInto('takeover')
      .values({ child_id: personId, taken_at: ctx.now() })
      .onConflict((conflict) => conflict.column('child_id').doNothing())
      .execute()
  })
}

/** Whether somebody who was their guardian still sees the badges. Only the pupil says so, and only from fifteen on. */
export async function letGuardianSee(ctx: Ctx, { guardianshipId, isShown }: { guardianshipId: string; isShown: boolean }): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(guardianshipId)) throw refuseKit('not_found')
  if (await isProtected(ctx, personId)) throw refuseKit('not_allowed')
  const { numUpdatedRows } = await ctx.db
    .updateTable('guardianship')
    .set({ shown_at: isShown ? ctx.now() : null })
    .where('id', '=', guardianshipId)
    .where('child_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refuseKit('not_found')
}
