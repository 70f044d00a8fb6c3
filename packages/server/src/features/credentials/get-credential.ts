import type { Ctx } from '#ctx'
import { may } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import type { CredentialState } from './credentials.schema.ts'
import { documentOf } from './document-of.ts'
import { isKnownHere } from './known-here.ts'
import { isOpenToAll, isProtected } from './sharing.ts'

/** What the one who asks is to this badge; `none` sees that it exists, and nothing of the person. */
export type CredentialView = 'holder' | 'issuer-staff' | 'public' | 'none'

export type ReceivedCredential = {
  view: CredentialView
  credentialId: string
  organizationId: string
  issuerId: string
  achievementId: string
  versionId: string
  levelId: string | null
  state: CredentialState
  issuedAt: Date
  validUntil: Date | null
  revokedAt: Date | null
  isShared: boolean
  /** The signed document, to the letter. Null for who may see nothing. */
  document: string | null
  /** Null for who may not know it. */
  recipientName: string | null
  /** For the holder and the staff only. */
  inside: { personId: string | null; recipientEmail: string | null; response: 'pending' | 'accepted' | 'declined'; revocationReason: string | null; batchId: string | null } | null
}

/** A received badge, as far as the one who asks may see it. It is private until its holder shares it. */
export async function getCredential(ctx: Ctx, credentialId: string): Promise<ReceivedCredential> {
  const row = isUuid(credentialId) ? await ctx.db.selectFrom('credential').selectAll().where('id', '=', credentialId).executeTakeFirst() : undefined
  if (!row) throw refuse('not_found')
  const view = await viewOf(ctx, row)
  const isInside = view === 'holder' || view === 'issuer-staff'
  return {
    view,
    credentialId: row.id,
    organizationId: row.organization_id,
    issuerId: row.issuer_id,
    achievementId: row.achievement_id,
    versionId: row.achievement_version_id,
    levelId: row.level_id,
    state: stateOf(row, ctx.now()),
    issuedAt: row.issued_at,
    validUntil: row.valid_until,
    revokedAt: row.revoked_at,
    isShared: await isOpenToAll(ctx, row),
    document: view === 'none' ? null : await documentOf(ctx, row),
    recipientName: view === 'none' || (view === 'public' && (await isProtected(ctx, row.person_id!))) ? null : await (view === 'issuer-staff' ? nameHere : nameOf)(ctx, row),
    inside: isInside
      ? {
          personId: row.person_id,
          recipientEmail: row.recipient_email,
          response: row.response as 'pending',
          revocationReason: row.revocation_reason,
          batchId: row.batch_id,
        }
      : null,
  }
}

type Seen = { organization_id: string; person_id: string | null; shared_at: Date | null }

async function viewOf(ctx: Ctx, row: Seen): Promise<CredentialView> {
  if (ctx.actor.kind === 'person' && row.person_id === ctx.actor.personId) return 'holder'
  if (await may(ctx, 'view-people', row.organization_id)) return 'issuer-staff'
  return (await isOpenToAll(ctx, row)) ? 'public' : 'none'
}

/** The name that the person bears today; the one that was typed, while nobody keeps the badge. */
async function nameOf(ctx: Ctx, row: { person_id: string | null; recipient_name: string }): Promise<string> {
  const person = row.person_id && (await ctx.db.selectFrom('person').select(['given_name', 'family_name']).where('id', '=', row.person_id).executeTakeFirst())
  return person ? `${person.given_name} ${person.family_name}`.trim() : row.recipient_name
}

async function nameHere(ctx: Ctx, row: { id: string; person_id: string | null; recipient_name: string }): Promise<string> {
  const known = await ctx.db.selectFrom('credential').select('id').where('id', '=', row.id).where(isKnownHere).executeTakeFirst()
  return known ? nameOf(ctx, row) : row.recipient_name
}

export function stateOf(row: { revoked_at: Date | null; valid_until: Date | null }, now: Date): CredentialState {
  if (row.revoked_at) return 'revoked'
  return row.valid_until && row.valid_until <= now ? 'expired' : 'valid'
}
