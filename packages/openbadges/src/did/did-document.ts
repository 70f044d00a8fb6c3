import { DID_V1, JWK_V1, MULTIKEY_V1 } from '../contexts/urls.ts'
import { OpenBadgesError } from '../errors.ts'
import { encodeMultikey, type MultikeyType } from '../proof/multikey.ts'
import type { RsaPublicJwk } from '../proof/signer.ts'

/** One public key to publish. `id` is the fragment; by default the Multikey itself. */
export type DidKey = { type: MultikeyType; publicKey: Uint8Array; id?: string } | { type: 'RS256'; publicKeyJwk: RsaPublicJwk; id: string }

/** One key as a DID document or an issuer's profile lists it. */
export type VerificationMethod = {
  id: string
  controller: string
} & ({ type: 'Multikey'; publicKeyMultibase: string } | { type: 'JsonWebKey'; publicKeyJwk: RsaPublicJwk })

/** What an issuer publishes about itself: which keys may sign credentials in its name. */
export type DidDocument = {
  '@context': string[]
  id: string
  alsoKnownAs?: string[]
  verificationMethod: VerificationMethod[]
  assertionMethod: string[]
}

/**
 * The keys of an issuer as its documents list them: ids are `<controller>#<publicKeyMultibase>`.
 *
 * @param controller the DID, or the https id of the issuer's profile
 * @throws OpenBadgesError `invalid_key`
 * @see https://www.w3.org/TR/controller-document/#verification-methods
 * @example
 * // an issuer's profile that lists its keys itself
 * const methods = buildVerificationMethods(profile.id, keys)
 * const document = { ...profile, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id) }
 */
export function buildVerificationMethods(controller: string, keys: DidKey[]): VerificationMethod[] {
  return keys.map((key): VerificationMethod => {
    if (key.type === 'RS256') {
      const id = `${controller}#${key.id}`
      return { id, type: 'JsonWebKey', controller, publicKeyJwk: key.publicKeyJwk }
    }
    const publicKeyMultibase = encodeMultikey(key)
    const id = `${controller}#${key.id ?? publicKeyMultibase}`
    return { id, type: 'Multikey', controller, publicKeyMultibase }
  })
}

/**
 * The DID document of an issuer, to publish at `didWebToUrl(did)`. Keys that no longer sign stay in it,
 * so that what they signed still verifies.
 *
 * @param input.did without a fragment, of any method
 * @param input.keys every key that signs or has signed; `publicKey` as in `encodeMultikey`
 * @throws OpenBadgesError `invalid_did`, `invalid_key`, or `invalid_argument` for two keys of one id
 * @see https://www.w3.org/TR/did-core/#assertion
 * @example
 * buildDidDocument({ did: 'did:web:badges.example', keys: [{ type: 'Ed25519', publicKey }] })
 */
export function buildDidDocument(input: {
  did: string
  keys: DidKey[]
  /** Other names of the same issuer: the https id of its profile. */
  alsoKnownAs?: string[]
}): DidDocument {
  if (!/^did:[a-z0-9]+:[^#?\s]+$/.test(input.did)) {
    throw new OpenBadgesError('invalid_did', `not a DID: ${input.did}`)
  }
  const methods = buildVerificationMethods(input.did, input.keys)
  const ids = methods.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) {
    throw new OpenBadgesError('invalid_argument', 'two keys have the same id')
  }
  const hasJwk = methods.some(({ type }) => type === 'JsonWebKey')
  return {
    '@context': [DID_V1, MULTIKEY_V1, ...(hasJwk ? [JWK_V1] : [])],
    id: input.did,
    ...(input.alsoKnownAs ? { alsoKnownAs: input.alsoKnownAs } : {}),
    verificationMethod: methods,
    assertionMethod: ids,
  }
}
