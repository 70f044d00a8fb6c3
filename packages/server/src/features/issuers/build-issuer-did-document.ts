import { buildDidDocument, type DidDocument, decodeMultikey } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { getIssuer } from './get-issuer.ts'

/**
 * The did:web document of an issuer. Keys that no longer sign stay, so that what they signed still verifies;
 * a compromised key stays readable but asserts nothing any more.
 */
export async function buildIssuerDidDocument(ctx: Ctx, issuerId: string): Promise<DidDocument> {
  const issuer = await getIssuer(ctx, { issuerId })
  const document = buildDidDocument({ did: issuer.did, alsoKnownAs: [issuer.url], keys: issuer.keys.map((key) => asEd25519(key.multibase)) })
  const compromised = new Set(issuer.keys.filter((key) => key.compromisedAt).map((key) => `${issuer.did}#${key.multibase}`))
  return { ...document, assertionMethod: document.assertionMethod.filter((id) => !compromised.has(id)) }
}

const asEd25519 = (multibase: string) => ({ type: 'Ed25519' as const, publicKey: decodeMultikey(multibase).publicKey })
