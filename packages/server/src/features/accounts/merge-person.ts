import { type Ctx, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from './accounts.errors.ts'

type Merge = { duplicateId: string; personId: string }

/**
 * Somebody who was entered twice is one person again: the second entry is closed, and what only it knew goes to the first. Their secret stays
 * the one they use. An account with an address of its own is nobody's to close. For the platform only: whoever calls knows that they are one.
 */
export async function mergePerson(ctx: Ctx, { duplicateId, personId }: Merge): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuseKit('not_allowed')
  await transaction(ctx, async (ctx) => {
    const rows = await ctx.db.selectFrom('person').selectAll().where('id', 'in', [duplicateId, personId]).where('closed_at', 'is', null).orderBy('id').forUpdate().execute()
    const duplicate = rows.find(({ id }) => id === duplicateId)
    const person = rows.find(({ id }) => id === personId)
    if (!duplicate || !person) throw refuseKit('not_found')
    const addresses = await ctx.db.selectFrom('person_email').select(['address', 'verified_at']).where('person_id', '=', duplicateId).execute()
    if (duplicate.is_network_admin || addresses.some(({ verified_at }) => verified_at !== null)) throw refuse('duplicate_has_account')
    for (const { address } of addresses)
      await ctx.db
        .insertInto('person_email')
        .values({ id: ctx.newId(), person_id: personId, address, created_at: ctx.now() })
        .onConflict((conflict) => conflict.columns(['person_id', 'address']).doNothing())
        .execute()
    await ctx.db.deleteFrom('person_email').where('person_id', '=', duplicateId).execute()
    await ctx.db.deleteFrom('one_time_link').where('person_id', '=', duplicateId).execute()
    await ctx.db.deleteFrom('session').where('person_id', '=', duplicateId).execute()
    await ctx.db
      .updateTable('person')
      .set({
        ...(person.password_hash === null && { password_hash: duplicate.password_hash, secret_kind: duplicate.secret_kind }),
        birth_date: person.birth_date ?? duplicate.birth_date,
      })
      .where('id', '=', personId)
      .execute()
    await ctx.db.updateTable('person').set({ closed_at: ctx.now(), password_hash: null }).where('id', '=', duplicateId).execute()
  })
}
