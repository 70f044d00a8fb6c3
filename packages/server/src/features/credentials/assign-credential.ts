import { type Ctx, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from './credentials.errors.ts'

/**
 * Gives a badge that nobody keeps yet to the person who holds its card or its mailed link. Whoever calls has checked the code;
 * a person takes only for themselves. Safe to repeat.
 */
export async function assignCredential(ctx: Ctx, { credentialId, personId }: { credentialId: string; personId: string }): Promise<void> {
  if (ctx.actor.kind === 'anonymous') throw refuseKit('not_signed_in')
  if (ctx.actor.kind === 'person' && ctx.actor.personId !== personId) throw refuseKit('not_allowed')
  await transaction(ctx, async (ctx) => {
    const row = await ctx.db.selectFrom('credential').select('person_id').where('id', '=', credentialId).forUpdate().executeTakeFirst()
    if (!row) throw refuseKit('not_found')
    if (row.person_id === personId) return
    if (row.person_id) throw refuse('already_claimed')
    await ctx.db.updateTable('credential').set({ person_id: personId }).where('id', '=', credentialId).execute()
  })
}
