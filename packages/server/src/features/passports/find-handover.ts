import type { Ctx } from '#ctx'
import { may } from '#features/organizations/index.ts'
import { hashClaimCode, readClaimCode } from './claim-code.ts'

/** The ceremony in which this card is handed over: for those who run it, who scan it with a phone. For anybody else there is none. */
export type Handover = { slug: string; ceremonyId: string; isHanded: boolean }

export async function findHandover(ctx: Ctx, code: string): Promise<Handover | undefined> {
  if (ctx.actor.kind !== 'person') return undefined
  const hash = hashClaimCode(ctx, readClaimCode(code))
  const row = await ctx.db
    .selectFrom('ceremony_recipient')
    .innerJoin('ceremony', 'ceremony.id', 'ceremony_id')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .leftJoin('claim', (join) => join.onRef('claim.credential_id', '=', 'ceremony_recipient.credential_id').on('claim.code_hash', '=', hash))
    .select(['organization_id', 'slug', 'ceremony_id', 'presence'])
    .where((where) => where.or([where('card_hash', '=', hash), where('claim.id', 'is not', null)]))
    .orderBy('starts_at', 'desc')
    .executeTakeFirst()
  if (!row || !(await may(ctx, 'issue', row.organization_id))) return undefined
  return { slug: row.slug, ceremonyId: row.ceremony_id, isHanded: row.presence === 'handed' }
}
