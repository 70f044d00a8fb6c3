import { type Ctx, transaction } from '#ctx'
import { acknowledgeEmail, chooseSecret, createPerson, type OpenedSession, openSession, type Visitor } from '#features/accounts/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import type { ClaimChannel } from './claim-code.ts'
import { demandOpen, takeClaim } from './claim-credential.ts'
import { type FoundClaim, findClaim } from './find-claim.ts'
import { refuse } from './passports.errors.ts'
import { JoinInput } from './passports.schema.ts'

export type Joined = { session: OpenedSession; credentialId: string; personId: string; channel: ClaimChannel }

/**
 * Opens an account with a card or a mailed link, and takes the badge home. Somebody whom a class list already made gets that very account;
 * else a new person is made. What came by mail proves the address it was sent to.
 */
export async function joinWithClaim(ctx: Ctx, input: JoinInput, visitor: Visitor): Promise<Joined> {
  const claim = await findClaim(ctx, { code: input.code, clientAddress: visitor.address })
  demandOpen(claim)
  return transaction(ctx, async (ctx) => {
    const personId = claim.recipient ? await openExisting(ctx, claim, claim.recipient, input) : await makePerson(ctx, claim, input)
    await takeClaim(ctx, claim, personId)
    const session = await openSession(ctx, { personId, method: claim.channel === 'card' ? 'card' : 'link', isShared: input.isShared, ...visitor })
    return { session, credentialId: claim.credentialId, personId, channel: claim.channel }
  })
}

async function openExisting(ctx: Ctx, claim: FoundClaim, recipient: NonNullable<FoundClaim['recipient']>, { secret }: JoinInput) {
  const isAllowed = claim.channel === 'card' ? recipient.mayChoosePassword : !recipient.hasAccount
  if (!isAllowed) throw refuse('already_has_account')
  await chooseSecret(ctx, { personId: recipient.personId, secret })
  if (claim.channel === 'mail' && claim.email) await acknowledgeEmail(ctx, { personId: recipient.personId, address: claim.email })
  return recipient.personId
}

async function makePerson(ctx: Ctx, claim: FoundClaim, input: JoinInput) {
  const { givenName, familyName, secret, email } = JoinInput.required({ givenName: true }).parse(input)
  // Pictures need a card that says who: a person unknown so far signs in with words.
  if (secret.kind !== 'password') throw refuseKit('invalid_input')
  const address = claim.channel === 'mail' ? claim.email : email
  const { personId } = await createPerson(ctx, {
    givenName,
    familyName,
    password: secret.password,
    locale: ctx.locale,
    ...(address && { email: { address, isVerified: claim.channel === 'mail' } }),
  })
  return personId
}
