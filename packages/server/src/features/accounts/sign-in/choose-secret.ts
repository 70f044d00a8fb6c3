import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import type { Secret } from '../accounts.schema.ts'
import { assertGoodSecret, hashSecret } from './secret.ts'

/**
 * A password or pictures for a person who proved in another way who they are, such as a card handed over by their school.
 * Whoever calls has made sure of it. Sessions opened before are closed.
 */
export async function chooseSecret(ctx: Ctx, { personId, secret }: { personId: string; secret: Secret }): Promise<void> {
  const person = await ctx.db.selectFrom('person').select(['given_name', 'family_name']).where('id', '=', personId).where('closed_at', 'is', null).executeTakeFirst()
  if (!person) throw refuse('not_found')
  assertGoodSecret(secret, [person.given_name, person.family_name])
  await ctx.db
    .updateTable('person')
    .set({ password_hash: await hashSecret(secret), secret_kind: secret.kind })
    .where('id', '=', personId)
    .execute()
  await ctx.db.deleteFrom('session').where('person_id', '=', personId).execute()
}

/** Somebody forgot: whoever calls decided that they may begin again. What they own stays theirs. */
export async function forgetSecret(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await ctx.db.updateTable('person').set({ password_hash: null, secret_kind: 'password' }).where('id', '=', personId).execute()
  await ctx.db.deleteFrom('session').where('person_id', '=', personId).execute()
}
