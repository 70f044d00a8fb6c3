import { as, type Ctx, requirePerson, transaction } from '#ctx'
import { assignCredential, respondToCredential } from '#features/credentials/index.ts'
import { type ClaimInput, type FoundClaim, findClaim } from './find-claim.ts'
import { refuse } from './passports.errors.ts'

/** Takes the badge home: it belongs to the signed-in person from now on, who has thereby accepted it. Doing it twice changes nothing. */
export async function claimCredential(ctx: Ctx, input: ClaimInput): Promise<{ credentialId: string }> {
  const { personId } = requirePerson(ctx)
  const claim = await findClaim(ctx, input)
  if (!claim.isMine) await takeClaim(ctx, claim, personId)
  return { credentialId: claim.credentialId }
}

/** For a person whom the caller knows to be `personId`. */
export async function takeClaim(ctx: Ctx, claim: FoundClaim, personId: string) {
  demandOpen(claim)
  const { recipient } = claim
  // Also on a tablet where somebody else is still signed in.
  if (recipient && recipient.personId !== personId) throw refuse('claim_for_another')
  const holder = as(ctx, { kind: 'person', personId, sessionId: '', isNetworkAdmin: false })
  await transaction(holder, async (ctx) => {
    const { numUpdatedRows } = await ctx.db
      .updateTable('claim')
      .set({ used_at: ctx.now(), used_by: personId })
      .where('id', '=', claim.claimId)
      .where('used_at', 'is', null)
      .where('replaced_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw refuse('claim_used')
    await assignCredential(ctx, { credentialId: claim.credentialId, personId })
    await respondToCredential(ctx, { credentialId: claim.credentialId, response: 'accepted' })
  })
}

export function demandOpen(claim: Pick<FoundClaim, 'state'>): void {
  if (claim.state !== 'open') throw refuse(`claim_${claim.state}`)
}
