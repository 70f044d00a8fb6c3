import { type Profile, toAssertion } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { buildIssuerProfile } from './build-issuer-profile.ts'
import { getIssuer } from './get-issuer.ts'
import { issuerUrl } from './issuer-address.ts'
import type { IssuerView } from './issuers.schema.ts'

/** An issuer as the API shows it. */
export async function presentIssuer(ctx: Ctx, issuerId: string): Promise<IssuerView> {
  const issuer = await getIssuer(ctx, { issuerId })
  return {
    id: issuer.id,
    did: issuer.did,
    name: issuer.name,
    url: issuer.url,
    keys: issuer.keys.map((key) => ({
      verificationMethod: `${issuer.did}#${key.multibase}`,
      publicKeyMultibase: key.multibase,
      createdAt: key.createdAt.toISOString(),
      retiredAt: key.retiredAt?.toISOString() ?? null,
      compromisedAt: key.compromisedAt?.toISOString() ?? null,
    })),
    profile: await buildIssuerProfile(ctx, issuerId),
  }
}

/** Open Badges 2.0, for platforms that know no other. */
export function presentIssuerV2(ctx: Ctx, issuerId: string, profile: Profile) {
  const issuer = `${issuerUrl(ctx.config, issuerId)}?v=2`
  const credential = { issuer: profile, credentialSubject: { id: 'urn:uuid:00000000-0000-0000-0000-000000000000', achievement: {} } }
  return toAssertion(credential, { assertion: issuer, badgeClass: issuer, issuer }).issuer
}
