import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { demand, may } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import type { CredentialState } from './credentials.schema.ts'
import { type Delivery, deliveryColumns, deliveryOf } from './delivery-of.ts'
import { documentOf } from './document-of.ts'
import { stateOf } from './get-credential.ts'
import { isKnownHere } from './known-here.ts'
import { readAward } from './read-award.ts'
import { isOpenToAll } from './sharing.ts'

export type IssuedDetails = {
  credentialId: string
  organizationId: string
  achievementId: string
  content: AchievementContent
  levelId: string | null
  imageId: string
  recipientName: string
  recipientEmail: string | null
  state: CredentialState
  response: 'pending' | 'accepted' | 'declined'
  delivery: Delivery
  cardPrintedAt: Date | null
  isShared: boolean
  issuedAt: Date
  /** Null: the platform itself, or somebody whose account is closed. */
  issuedBy: string | null
  validUntil: Date | null
  revokedAt: Date | null
  revokedBy: string | null
  revocationReason: string | null
  batchId: string | null
  /** The mail that told it, if there was an address. */
  mail: 'queued' | 'sent' | 'failed' | null
  narrative: string | null
  evidenceUrl: string | null
  mayRevoke: boolean
}

/** One badge that a structure issued, with who decided what, for its staff. */
export async function getIssued(ctx: Ctx, credentialId: string): Promise<IssuedDetails> {
  const row = isUuid(credentialId) ? await readRow(ctx, credentialId) : undefined
  if (!row) throw refuse('not_found')
  await demand(ctx, 'view-people', row.organization_id)
  return {
    credentialId: row.id,
    organizationId: row.organization_id,
    achievementId: row.achievement_id,
    content: row.content as AchievementContent,
    levelId: row.level_id,
    imageId: row.image_id,
    recipientName: nameOf(row.holder_given, row.holder_family) ?? row.recipient_name,
    recipientEmail: row.recipient_email,
    state: stateOf(row, ctx.now()),
    response: row.response as IssuedDetails['response'],
    delivery: deliveryOf(row),
    cardPrintedAt: row.card_printed_at,
    isShared: await isOpenToAll(ctx, row),
    issuedAt: row.issued_at,
    issuedBy: nameOf(row.issuer_given, row.issuer_family),
    validUntil: row.valid_until,
    revokedAt: row.revoked_at,
    revokedBy: nameOf(row.revoker_given, row.revoker_family),
    revocationReason: row.revocation_reason,
    batchId: row.batch_id,
    mail: row.mail_state as IssuedDetails['mail'],
    ...readAward(await documentOf(ctx, row)),
    mayRevoke: row.revoked_at === null && (await may(ctx, 'revoke', row.organization_id)),
  }
}

const readRow = (ctx: Ctx, credentialId: string) =>
  ctx.db
    .selectFrom('credential')
    .innerJoin('achievement_version', 'achievement_version.id', 'credential.achievement_version_id')
    .leftJoin('person as holder', (join) => join.onRef('holder.id', '=', 'credential.person_id').on(isKnownHere))
    .leftJoin('person as issuer', 'issuer.id', 'credential.issued_by')
    .leftJoin('person as revoker', 'revoker.id', 'credential.revoked_by')
    .selectAll('credential')
    .select(deliveryColumns())
    .select(['achievement_version.content', 'achievement_version.image_id'])
    .select(['holder.given_name as holder_given', 'holder.family_name as holder_family', 'issuer.given_name as issuer_given', 'issuer.family_name as issuer_family'])
    .select(['revoker.given_name as revoker_given', 'revoker.family_name as revoker_family'])
    .where('credential.id', '=', credentialId)
    .executeTakeFirst()

const nameOf = (given: string | null, family: string | null): string | null => (given === null ? null : `${given} ${family ?? ''}`.trim())
