import type { Ctx, Locale } from '#ctx'
import { readSharing } from '#features/credentials/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { hashToken } from '#kit/secrets.ts'
import { refuse } from '../passports.errors.ts'
import type { SharePurpose, ShareScope } from './share.schema.ts'

export type OpenShare = ShareScope & { shareId: string; personId: string; purpose: SharePurpose; personName: string; locale: Locale; expiresAt: Date | null }

/**
 * What an address shows to whoever has it, asked again at each view: nothing once it is closed, over, of an account that is closed, or of somebody who
 * turns out to be a child. Who looked is written down nowhere.
 */
export async function findShare(ctx: Ctx, token: string): Promise<OpenShare | undefined> {
  const row = await ctx.db
    .selectFrom('share')
    .innerJoin('person', 'person.id', 'share.person_id')
    .selectAll('share')
    .select(['person.given_name', 'person.family_name', 'person.locale'])
    .where('token_hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .where('person.closed_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', ctx.now())]))
    .executeTakeFirst()
  if (!row || (await readSharing(ctx, row.person_id)).isProtected) return undefined
  const scope: ShareScope =
    row.scope === 'badges' ? { scope: 'badges', badgeIds: row.badge_ids } : row.scope === 'folio' ? { scope: 'folio', folioId: row.folio_id! } : { scope: 'cv', cvId: row.cv_id! }
  return {
    ...scope,
    shareId: row.id,
    personId: row.person_id,
    purpose: row.purpose as SharePurpose,
    personName: `${row.given_name} ${row.family_name}`.trim(),
    locale: row.locale as Locale,
    expiresAt: row.expires_at,
  }
}

/** The same, or a refusal that says nothing of anybody: the address is over, or never was one. */
export async function demandShare(ctx: Ctx, token: string): Promise<OpenShare> {
  const share = await findShare(ctx, token)
  if (share) return share
  const over = await ctx.db.selectFrom('share').select('id').where('token_hash', '=', hashToken(token)).executeTakeFirst()
  throw over ? refuse('share_over') : refuseKit('not_found')
}
