import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { assertGoodPassword, hashPassword } from './password.ts'

/**
 * A password for a person who proved in another way who they are, such as a card handed over by their school.
 * Whoever calls has made sure of it. Sessions opened before are closed.
 */
export async function choosePassword(ctx: Ctx, { personId, password }: { personId: string; password: string }): Promise<void> {
  const person = await ctx.db.selectFrom('person').select(['given_name', 'family_name']).where('id', '=', personId).where('closed_at', 'is', null).executeTakeFirst()
  if (!person) throw refuse('not_found')
  assertGoodPassword(password, [person.given_name, person.family_name])
  await ctx.db
    .updateTable('person')
    .set({ password_hash: await hashPassword(password) })
    .where('id', '=', personId)
    .execute()
  await ctx.db.deleteFrom('session').where('person_id', '=', personId).execute()
}
