import { type Ctx, type Locale, transaction } from '#ctx'
import { EmailAddress, FamilyName, GivenName } from './accounts.schema.ts'
import { announceVerified, assertFree } from './emails/email-rows.ts'
import { assertGoodPassword, hashPassword } from './sign-in/password.ts'

export type CreatePersonInput = {
  givenName: string
  familyName?: string | undefined
  /** YYYY-MM-DD */
  birthDate?: string | null | undefined
  locale?: Locale | undefined
  email?: { address: string; isVerified: boolean } | undefined
  password?: string | undefined
}

/**
 * A new account. Whoever calls has decided that this person may exist: a claim, an invitation, a roster, the first administrator.
 * `isVerified` says that the caller knows who reads this address, because a secret came back from there.
 */
export async function createPerson(ctx: Ctx, input: CreatePersonInput): Promise<{ personId: string }> {
  const givenName = GivenName.parse(input.givenName)
  const familyName = FamilyName.parse(input.familyName)
  const address = input.email && EmailAddress.parse(input.email.address)
  if (input.password !== undefined) assertGoodPassword(input.password, [givenName, familyName, address ?? ''])
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password)
  return transaction(ctx, async (ctx) => {
    const personId = ctx.newId()
    const now = ctx.now()
    await ctx.db
      .insertInto('person')
      .values({
        id: personId,
        given_name: givenName,
        family_name: familyName,
        birth_date: input.birthDate ?? null,
        locale: input.locale ?? ctx.locale,
        password_hash: passwordHash,
        created_at: now,
      })
      .execute()
    if (address) {
      const isVerified = input.email!.isVerified
      if (isVerified) await assertFree(ctx, address)
      await ctx.db
        .insertInto('person_email')
        .values({ id: ctx.newId(), person_id: personId, address, is_primary: isVerified, verified_at: isVerified ? now : null, created_at: now })
        .execute()
      if (isVerified) await announceVerified(ctx, personId, address)
    }
    return { personId }
  })
}
