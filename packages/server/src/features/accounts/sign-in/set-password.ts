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
  const { password_hash: oldHash } = await ctx.db.selectFrom('person').select('password_hash').where('id', '=', personId).executeTakeFirstOrThrow()
  if (oldHash) {
    await spend(ctx.db, ctx.now(), guessesOnAccount(ctx, personId))
    if (!(await verifyPassword(input.oldPassword ?? '', oldHash))) throw refuse('wrong_old_password')
  }
  if (input.password !== input.repeated) throw refuse('passwords_differ')
  const person = await getPerson(ctx, personId)
  assertGoodPassword(input.password, [person.givenName, person.familyName, ...person.emails.map((email) => email.address)])
  const passwordHash = await hashPassword(input.password)
  await transaction(ctx, async (ctx) => {
    await ctx.db.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', personId).execute()
    await closeOtherSessions(ctx)
  })
}
