import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { getCredential, type ReceivedCredential } from '../get-credential.ts'
import { isOpenToAll, isProtected } from '../sharing.ts'

/** Whom a face may name: nobody under 15 and no pupil of unknown age, except to themselves. */
export type ShownRecipient = { kind: 'you' } | { kind: 'pupil' } | { kind: 'named'; name: string } | { kind: 'unnamed' }
export type ShownCredential = ReceivedCredential & { document: string; recipient: ShownRecipient; revocationReason: string | null; isPublic: boolean }

/**
 * A received badge that the one who asks may see. Outsiders cannot tell a private badge from one that does not exist;
 * who is signed in learns only that it is not for them.
 */
export async function getShownCredential(ctx: Ctx, credentialId: string): Promise<ShownCredential> {
  const credential = await getCredential(ctx, credentialId)
  if (credential.view === 'none' || credential.document === null) throw refuse(ctx.actor.kind === 'anonymous' ? 'not_found' : 'not_allowed')
  const row = await ctx.db.selectFrom('credential').select(['person_id', 'shared_at', 'revocation_reason']).where('id', '=', credential.credentialId).executeTakeFirstOrThrow()
  return {
    ...credential,
    document: credential.document,
    recipient: whoReceived(credential, row.person_id !== null && (await isProtected(ctx, row.person_id))),
    revocationReason: row.revocation_reason,
    isPublic: await isOpenToAll(ctx, row),
  }
}

function whoReceived({ view, recipientName }: ReceivedCredential, isMinor: boolean): ShownRecipient {
  if (view === 'holder') return { kind: 'you' }
  if (isMinor) return { kind: 'pupil' }
  return recipientName ? { kind: 'named', name: recipientName } : { kind: 'unnamed' }
}
