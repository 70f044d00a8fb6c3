import { type Ctx, transaction } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { ensureIssuer } from './ensure-issuer.ts'

export type SigningKeyCard = {
  id: string
  multibase: string
  createdAt: Date
  retiredAt: Date | null
  compromisedAt: Date | null
  compromiseReason: string | null
  /** How many badges received it has signed: what is lost if it is declared compromised. */
  signedCount: number
}

/** The keys of a structure as its owners see them: the one that signs, then the former ones. */
export function listSigningKeys(ctx: Ctx, organizationId: string): Promise<{ issuerId: string; keys: SigningKeyCard[] }> {
  return transaction(ctx, async (ctx) => {
    await demand(ctx, 'manage-owners', organizationId)
    const { issuerId } = await ensureIssuer(ctx, organizationId)
    const rows = await ctx.db
      .selectFrom('signing_key')
      .select(['id', 'public_key_multibase', 'created_at', 'retired_at', 'compromised_at', 'compromise_reason'])
      .select((eb) => eb.selectFrom('credential').whereRef('signing_key_id', '=', 'signing_key.id').select(eb.fn.countAll<number>().as('count')).as('signed_count'))
      .where('issuer_id', '=', issuerId)
      .orderBy('retired_at', (order) => order.desc().nullsFirst())
      .execute()
    const keys = rows.map((row) => ({
      id: row.id,
      multibase: row.public_key_multibase,
      createdAt: row.created_at,
      retiredAt: row.retired_at,
      compromisedAt: row.compromised_at,
      compromiseReason: row.compromise_reason,
      signedCount: row.signed_count ?? 0,
    }))
    return { issuerId, keys }
  })
}
