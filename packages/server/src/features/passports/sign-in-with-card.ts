import type { Ctx } from '#ctx'
import { signInKnownPerson, type Visitor } from '#features/accounts/index.ts'
import { takeClaim } from './claim-credential.ts'
import { findClaim } from './find-claim.ts'
import type { Joined } from './join-with-claim.ts'
import { refuse } from './passports.errors.ts'
import type { CardSignInInput } from './passports.schema.ts'

/** For who has no address: a card says who, the password says that it is really them. A card not opened yet brings its badge along. */
export async function signInWithCard(ctx: Ctx, input: CardSignInInput, visitor: Visitor): Promise<Joined> {
  const claim = await findClaim(ctx, { code: input.code, clientAddress: visitor.address })
  if (claim.state === 'replaced' || claim.state === 'expired') throw refuse(`claim_${claim.state}`)
  if (!claim.recipient?.hasAccount) throw refuse('claim_needs_account')
  const { personId } = claim.recipient
  const session = await signInKnownPerson(ctx, { personId, secret: input.secret, method: 'card', isShared: input.isShared }, visitor)
  if (claim.state === 'open') await takeClaim(ctx, claim, personId)
  return { session, credentialId: claim.credentialId, personId, channel: claim.channel }
}
