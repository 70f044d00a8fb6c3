import { type Ctx, requirePerson, transaction } from '#ctx'
import { spend } from '#kit/rate-limit.ts'
import { refuse } from '../accounts.errors.ts'
import { getPerson } from '../get-person.ts'
import { closeOtherSessions } from '../sessions/close-session.ts'
import { guessesOnAccount } from './limits.ts'
import { assertGoodPassword, hashPassword, verifyPassword } from './password.ts'

export type SetPasswordInput = { oldPassword?: string; password: string; repeated: string }

/** Sets or changes one's password; every other device is signed out. */
export async function setPassword(ctx: Ctx, input: SetPasswordInput): Promise<void> {
  const { personId } = requirePerson(ctx)
  const stored = await ctx.db.selectFrom('person').select(['password_hash', 'secret_kind']).where('id', '=', personId).executeTakeFirstOrThrow()
  if (stored.password_hash && stored.secret_kind === 'password') {
    await spend(ctx.db, ctx.now(), guessesOnAccount(ctx, personId))
    if (!(await verifyPassword(input.oldPassword ?? '', stored.password_hash))) throw refuse('wrong_old_password')
  }
  if (input.password !== input.repeated) throw refuse('passwords_differ')
  const person = await getPerson(ctx, personId)
  assertGoodPassword(input.password, [person.givenName, person.familyName, ...person.emails.map((email) => email.address)])
  const passwordHash = await hashPassword(input.password)
  await transaction(ctx, async (ctx) => {
    await ctx.db.updateTable('person').set({ password_hash: passwordHash, secret_kind: 'password' }).where('id', '=', personId).execute()
    await closeOtherSessions(ctx)
  })
}
