import { type Ctx, requirePerson } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { labelOf, shareAddress } from './open-share.ts'
import type { SharePurpose } from './share.schema.ts'

export type ListedShare = {
  shareId: string
  scope: 'badges' | 'folio' | 'cv'
  badgeIds: string[]
  folioId: string | null
  cvId: string | null
  purpose: SharePurpose
  label: string
  /** Null once it shows nothing any more. */
  address: string | null
  createdAt: Date
  expiresAt: Date | null
  closedAt: Date | null
}

/** The addresses that a person has opened, the newest first, with those that are over. For themselves only. */
export async function listShares(ctx: Ctx): Promise<ListedShare[]> {
  const { personId } = requirePerson(ctx)
  const rows = await ctx.db.selectFrom('share').selectAll().where('person_id', '=', personId).orderBy('created_at', 'desc').orderBy('id').execute()
  return rows.map((row) => {
    const isOpen = row.revoked_at === null && (row.expires_at === null || row.expires_at > ctx.now())
    return {
      shareId: row.id,
      scope: row.scope as ListedShare['scope'],
      badgeIds: row.badge_ids,
      folioId: row.folio_id,
      cvId: row.cv_id,
      purpose: row.purpose as SharePurpose,
      label: row.label,
      address: isOpen ? shareAddress(ctx, Buffer.from(ctx.secrets.open(row.token_sealed, labelOf(row.id))).toString()) : null,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      closedAt: row.revoked_at,
    }
  })
}

export async function getShare(ctx: Ctx, shareId: string): Promise<ListedShare> {
  const found = (await listShares(ctx)).find((share) => share.shareId === shareId)
  if (!found) throw refuse('not_found')
  return found
}
