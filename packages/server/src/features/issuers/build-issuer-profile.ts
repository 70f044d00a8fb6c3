import type { Profile } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { getIssuer } from './get-issuer.ts'

/** The structure as Open Badges 3.0 names it: a Profile, whose id is the DID under which its keys are published. */
export async function buildIssuerProfile(ctx: Ctx, issuerId: string): Promise<Profile> {
  const issuer = await getIssuer(ctx, { issuerId })
  const structure = await ctx.db
    .selectFrom('organization')
    .leftJoin('commune', 'commune.code', 'organization.commune_code')
    .select(['organization.description', 'organization.email', 'organization.uai', 'commune.name as commune'])
    .where('organization.id', '=', issuer.organizationId)
    .executeTakeFirstOrThrow()
  return {
    id: issuer.did,
    type: ['Profile'],
    name: issuer.name,
    url: issuer.url,
    ...(structure.description && { description: structure.description }),
    ...(structure.email && { email: structure.email }),
    ...(structure.commune && { address: { type: ['Address'], addressLocality: structure.commune, addressCountry: 'France', addressCountryCode: 'FR' } }),
    ...(structure.uai && { otherIdentifier: [{ type: 'IdentifierEntry', identifier: structure.uai, identifierType: 'ext:UAI' }] }),
  }
}
