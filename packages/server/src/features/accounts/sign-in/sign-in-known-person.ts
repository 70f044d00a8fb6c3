import type { Ctx } from '#ctx'
import { demandRoom, spend } from '#kit/rate-limit.ts'
import { refuse } from '../accounts.errors.ts'
import type { Secret } from '../accounts.schema.ts'
import { type OpenedSession, openSession, type SessionMethod, type Visitor } from '../sessions/open-session.ts'
import { cardGuessesFrom, guessesOnAccount, guessesOnAccountADay } from './limits.ts'
import { verifySecret } from './secret.ts'

/** Signs in somebody whom the caller knows by something else than an address: a pupil by the code of a card. */
export async function signInKnownPerson(
  ctx: Ctx,
  input: { personId: string; secret: Secret; method: SessionMethod; isShared?: boolean | undefined },
  visitor: Visitor,
): Promise<OpenedSession> {
  await demandRoom(ctx.db, ctx.now(), cardGuessesFrom(ctx, visitor.address))
  await spend(ctx.db, ctx.now(), guessesOnAccount(ctx, input.personId))
  await spend(ctx.db, ctx.now(), guessesOnAccountADay(ctx, input.personId))
  const person = await ctx.db.selectFrom('person').select(['password_hash', 'secret_kind']).where('id', '=', input.personId).where('closed_at', 'is', null).executeTakeFirst()
  if (!(await verifySecret(input.secret, person))) {
    await spend(ctx.db, ctx.now(), cardGuessesFrom(ctx, visitor.address))
    throw refuse('wrong_sign_in')
  }
  return openSession(ctx, { personId: input.personId, method: input.method, isShared: input.isShared, ...visitor })
}
