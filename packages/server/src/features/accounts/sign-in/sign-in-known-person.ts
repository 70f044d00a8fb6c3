import type { Ctx } from '#ctx'
import { demandRoom, spend } from '#kit/rate-limit.ts'
import { refuse } from '../accounts.errors.ts'
import { type OpenedSession, openSession, type SessionMethod, type Visitor } from '../sessions/open-session.ts'
import { guessesFrom, guessesOnAccount } from './limits.ts'
import { verifyPassword } from './password.ts'

/** Signs in somebody whom the caller knows by something else than an address: a pupil by the code of a card. */
export async function signInKnownPerson(ctx: Ctx, input: { personId: string; password: string; method: SessionMethod }, visitor: Visitor): Promise<OpenedSession> {
  await demandRoom(ctx.db, ctx.now(), guessesFrom(ctx, visitor.address))
  await spend(ctx.db, ctx.now(), guessesOnAccount(ctx, input.personId))
  const person = await ctx.db.selectFrom('person').select('password_hash').where('id', '=', input.personId).where('closed_at', 'is', null).executeTakeFirst()
  if (!(await verifyPassword(input.password, person?.password_hash))) {
    await spend(ctx.db, ctx.now(), guessesFrom(ctx, visitor.address))
    throw refuse('wrong_sign_in')
  }
  return openSession(ctx, { personId: input.personId, method: input.method, ...visitor })
}
