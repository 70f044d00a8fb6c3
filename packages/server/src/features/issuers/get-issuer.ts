import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { issuerDid, issuerUrl } from './issuer-address.ts'

export type IssuerKey = { id: string; multibase: string; createdAt: Date; retiredAt: Date | null; compromisedAt: Date | null }
export type Issuer = { id: string; did: string; organizationId: string; name: string; url: string; keys: IssuerKey[] }

/** An issuer with its public keys, the newest first. Public: what is here is published. */
export async function getIssuer(ctx: Ctx, by: { issuerId: string } | { organizationId: string }): Promise<Issuer> {
  const [column, value] = 'issuerId' in by ? (['issuer.id', by.issuerId] as const) : (['issuer.organization_id', by.organizationId] as const)
  if (!isUuid(value)) throw refuse('not_found')
  const row = await ctx.db
    .selectFrom('issuer')
    .innerJoin('organization', 'organization.id', 'issuer.organization_id')
    .select(['issuer.id', 'issuer.organization_id', 'organization.name'])
    .where(column, '=', value)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  const keys = await ctx.db
    .selectFrom('signing_key')
    .select(['id', 'public_key_multibase', 'created_at', 'retired_at', 'compromised_at'])
    .where('issuer_id', '=', row.id)
    .orderBy('retired_at', (order) => order.desc().nullsFirst())
    .execute()
  return {
    id: row.id,
    did: issuerDid(ctx.config, row.id),
    organizationId: row.organization_id,
    name: row.name,
    url: issuerUrl(ctx.config, row.id),
    keys: keys.map((key) => ({
      id: key.id,
      multibase: key.public_key_multibase,
      createdAt: key.created_at,
      retiredAt: key.retired_at,
      compromisedAt: key.compromised_at,
    })),
  }
}
