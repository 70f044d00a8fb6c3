import { p256, p384 } from '@noble/curves/nist.js'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { concatBytes, equalBytes } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import type { PublicKey } from '../proof/signer.ts'
import { assertOrder } from '../proof/small-order.ts'
import type { JsonObject } from '../terms/json.ts'

const CURVES = { 'P-256': { curve: p256, size: 32 }, 'P-384': { curve: p384, size: 48 } } as const

/**
 * The public key of a JWK: OKP Ed25519, EC P-256 or P-384, RSA. A JWK that holds a private key is refused.
 *
 * @returns the raw key: Ed25519 32 bytes, P-256 and P-384 the compressed point, RSA its JWK
 * @throws OpenBadgesError `invalid_key`
 * @see https://www.rfc-editor.org/rfc/rfc7517
 * @example
 * publicKeyFromJwk({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' })
 */
export function publicKeyFromJwk(jwk: JsonObject): PublicKey {
  try {
    const key = readJwk(jwk)
    if (key) return key
  } catch (cause) {
    throw new OpenBadgesError('invalid_key', 'not a valid JWK', { cause })
  }
  throw new OpenBadgesError('invalid_key', 'not the JWK of a known public key')
}

function readJwk({ kty, crv, x, y, n, e, d, k }: JsonObject): PublicKey | undefined {
  if (d !== undefined || k !== undefined) return undefined
  if (kty === 'RSA' && typeof n === 'string' && typeof e === 'string') return { type: 'RS256', publicKeyJwk: { kty, n, e } }
  if (typeof x !== 'string') return undefined
  if (kty === 'OKP' && crv === 'Ed25519') {
    const publicKey = decodeBase64url(x)
    if (publicKey.length !== 32) return undefined
    assertOrder(publicKey)
    return { type: 'Ed25519', publicKey }
  }
  if (kty !== 'EC' || (crv !== 'P-256' && crv !== 'P-384') || typeof y !== 'string') return undefined
  const { curve, size } = CURVES[crv]
  const [left, right] = [decodeBase64url(x), decodeBase64url(y)]
  if (left.length !== size || right.length !== size) return undefined
  const point = curve.Point.fromBytes(concatBytes(Uint8Array.of(4), left, right))
  point.assertValidity()
  return { type: crv, publicKey: point.toBytes(true) }
}

/**
 * The JWK of a public key.
 *
 * @throws OpenBadgesError `invalid_key` when the bytes are not a point of the curve
 * @see https://www.rfc-editor.org/rfc/rfc7517
 * @example
 * publicKeyToJwk(key) // { kty: 'OKP', crv: 'Ed25519', x: '11qY…' }
 */
export function publicKeyToJwk(key: PublicKey): JsonObject {
  if (key.type === 'RS256') return { ...key.publicKeyJwk }
  if (key.type === 'Ed25519') return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(key.publicKey) }
  const { curve, size } = CURVES[key.type]
  try {
    const point = curve.Point.fromBytes(key.publicKey).toBytes(false)
    const [x, y] = [point.subarray(1, 1 + size), point.subarray(1 + size)]
    return { kty: 'EC', crv: key.type, x: encodeBase64url(x), y: encodeBase64url(y) }
  } catch (cause) {
    throw new OpenBadgesError('invalid_key', `not a public key of ${key.type}`, { cause })
  }
}

/** Whether two public keys are the same key. */
export function isSameKey(a: PublicKey, b: PublicKey): boolean {
  if (a.type === 'RS256' || b.type === 'RS256') {
    return a.type === 'RS256' && b.type === 'RS256' && a.publicKeyJwk.n === b.publicKeyJwk.n && a.publicKeyJwk.e === b.publicKeyJwk.e
  }
  return a.type === b.type && equalBytes(a.publicKey, b.publicKey)
}
