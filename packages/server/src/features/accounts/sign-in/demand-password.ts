import { type Ctx, requirePerson } from '#ctx'
import { spend } from '#kit/rate-limit.ts'
import { refuse } from '../accounts.errors.ts'
import { guessesOnAccount } from './limits.ts'
import { verifyPassword } from './password.ts'

/** Before what cannot be undone: whoever has a password says it again. Outside of a transaction, so that each guess counts. */
export async function demandPassword(ctx: Ctx, password: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  const { password_hash, secret_kind } = await ctx.db.selectFrom('person').select(['password_hash', 'secret_kind']).where('id', '=', personId).executeTakeFirstOrThrow()
  if (!password_hash || secret_kind !== 'password') return
  await spend(ctx.db, ctx.now(), guessesOnAccount(ctx, personId))
  if (!(await verifyPassword(password, password_hash))) throw refuse('wrong_old_password')
}
