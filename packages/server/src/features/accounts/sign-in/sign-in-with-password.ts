import type { Ctx } from '#ctx'
import { demandRoom, spend } from '#kit/rate-limit.ts'
import { refuse } from '../accounts.errors.ts'
import { SignInInput } from '../accounts.schema.ts'
import { findOwner } from '../emails/email-rows.ts'
import { type OpenedSession, openSession, type Visitor } from '../sessions/open-session.ts'
import { guessesFrom, guessesOnAccount } from './limits.ts'
import { verifyPassword } from './password.ts'

/** Unknown address, address not verified, wrong password: the same answer, after the same time. */
export async function signInWithPassword(ctx: Ctx, input: { address: string; password: string }, visitor: Visitor): Promise<OpenedSession> {
  const { address, password } = SignInInput.parse(input)
  await demandRoom(ctx.db, ctx.now(), guessesFrom(ctx, visitor.address))
  await spend(ctx.db, ctx.now(), guessesOnAccount(ctx, address))
  const owner = await findOwner(ctx, address)
  if (!(await verifyPassword(password, owner?.passwordHash))) {
    await spend(ctx.db, ctx.now(), guessesFrom(ctx, visitor.address))
    throw refuse('wrong_sign_in')
  }
  return openSession(ctx, { personId: owner!.personId, method: 'password', ...visitor })
}
