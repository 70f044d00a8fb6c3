// One award → the signed Open Badges 3.0 document. Nothing in it names the recipient in clear.
import { type AchievementInput, buildAchievementCredential, identityObject, type Profile, type Signer, signCredential, statusEntry } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import type { Recipient } from './credentials.schema.ts'
import type { AllocatedEntry } from './status/allocate-status-entries.ts'
import { statusListUrl } from './status/get-status-list.ts'

/** What the credentials of one call share. */
export type Award = { profile: Profile; achievement: AchievementInput; signer: Signer }

export type Draft = { credentialId: string; recipient: Recipient; salt: string; entry: AllocatedEntry }

export async function buildCredential(ctx: Ctx, award: Award, draft: Draft): Promise<string> {
  const { recipient, salt, entry } = draft
  const credential = buildAchievementCredential({
    id: credentialUrl(ctx, draft.credentialId),
    issuer: award.profile,
    validFrom: ctx.now(),
    ...(recipient.validUntil && { validUntil: recipient.validUntil }),
    achievement: award.achievement,
    // Without an address: an identifier used once, which ties this badge to no other.
    recipient: recipient.email ? { identifier: identityObject({ type: 'emailAddress', value: recipient.email, salt }) } : { id: `urn:uuid:${ctx.newId()}` },
    ...(recipient.narrative && { subject: { narrative: recipient.narrative } }),
    ...(recipient.evidenceUrl && { evidence: [{ id: recipient.evidenceUrl, ...(recipient.narrative && { narrative: recipient.narrative }) }] }),
    credentialStatus: statusEntry({ statusListCredential: statusListUrl(ctx, entry.listId), index: entry.index, purpose: 'revocation' }),
  })
  return JSON.stringify(await signCredential(credential, { signer: award.signer, created: ctx.now() }))
}

export const credentialUrl = (ctx: Ctx, credentialId: string): string => `${ctx.config.url}/credentials/${credentialId}`
