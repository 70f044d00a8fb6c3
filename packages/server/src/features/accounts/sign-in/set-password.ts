import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse } from '../accounts.errors.ts'
import { getPerson } from '../get-person.ts'
import { closeOtherSessions } from '../sessions/close-session.ts'
import { demandPassword } from './demand-password.ts'
import { assertGoodPassword, hashPassword } from './password.ts'

export type SetPasswordInput = { oldPassword?: string; password: string; repeated: string }

/** Sets or changes one's password; every other device is signed out. */
export async function setPassword(ctx: Ctx, input: SetPasswordInput): Promise<void> {
  const { personId } = requirePerson(ctx)
  await demandPassword(ctx, input.oldPassword ?? '')
  if (input.password !== input.repeated) throw refuse('passwords_differ')
  const person = await getPerson(ctx, personId)
  assertGoodPassword(input.password, [person.givenName, person.familyName, ...person.emails.map((email) => email.address)])
  const passwordHash = await hashPassword(input.password)
  await transaction(ctx, async (ctx) => {
    await ctx.db.updateTable('person').set({ password_hash: passwordHash, secret_kind: 'password' }).where('id', '=', personId).execute()
    await closeOtherSessions(ctx)
  })
}
