import { createPublicKey, verify } from 'node:crypto'
import type { Verifier } from '@boat/openbadges'

/** OpenSSL's, an order of magnitude faster than pure JavaScript. */
export const verifyEd25519: Verifier = (publicKey, data, signature) => {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }, format: 'jwk' })
  return signature.length === 64 && verify(null, data, key, signature)
}
