// One award → the Open Badges 3.0 document, to be signed. Nothing in it names the recipient in clear.
import { type AchievementInput, buildAchievementCredential, identityObject, type Profile, type Signer, statusEntry } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { type AchievementVersion, buildLevelResult, nameAtLevel } from '#features/achievements/index.ts'
import type { Recipient } from './credentials.schema.ts'
import type { AllocatedEntry } from './status/allocate-status-entries.ts'
import { statusListUrl } from './status/get-status-list.ts'

/** What the credentials of one call share: who gives, and the badge of who defined it. */
export type Award = { profile: Profile; version: AchievementVersion; achievement: AchievementInput; signer: Signer }

export type Draft = { credentialId: string; recipient: Recipient; salt: string; entry: AllocatedEntry }

export function buildCredential(ctx: Ctx, award: Award, draft: Draft) {
  const { recipient, salt, entry } = draft
  const subject = {
    ...(recipient.narrative && { narrative: recipient.narrative }),
    ...(recipient.levelId && { result: [buildLevelResult(ctx.config, award.version, recipient.levelId)] }),
  }
  return buildAchievementCredential({
    id: credentialUrl(ctx, draft.credentialId),
    issuer: award.profile,
    validFrom: ctx.now(),
    ...(recipient.validUntil && { validUntil: recipient.validUntil }),
    achievement: award.achievement,
    // Without an address: an identifier used once, which ties this badge to no other.
    recipient: recipient.email ? { identifier: identityObject({ type: 'emailAddress', value: recipient.email, salt }) } : { id: `urn:uuid:${ctx.newId()}` },
    ...(recipient.levelId && { name: nameAtLevel(award.version.content, recipient.levelId, 'fr') }),
    subject,
    ...(recipient.evidenceUrl && { evidence: [{ id: recipient.evidenceUrl, ...(recipient.narrative && { narrative: recipient.narrative }) }] }),
    credentialStatus: statusEntry({ statusListCredential: statusListUrl(ctx, entry.listId), index: entry.index, purpose: 'revocation' }),
  })
}

export const credentialUrl = (ctx: Ctx, credentialId: string): string => `${ctx.config.url}/credentials/${credentialId}`
