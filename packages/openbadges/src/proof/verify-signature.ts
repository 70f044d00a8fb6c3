import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384 } from '@noble/curves/nist.js'
import { compactVerify, importJWK } from 'jose'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { fromUtf8 } from '../encoding/bytes.ts'
import type { PublicKey, RsaPublicJwk, Verifier, Verifiers } from './signer.ts'

/** Strict RFC 8032: a key or a point of small order is never accepted (`zip215: false`). */
const verifyEd25519: Verifier = (publicKey, data, signature) => signature.length === 64 && ed25519.verify(signature, data, publicKey, { zip215: false })

/** ECDSA as NIST has it: either of the two possible `s` is accepted (`lowS: false`). */
const verifyP256: Verifier = (publicKey, data, signature) => signature.length === 64 && p256.verify(signature, data, publicKey, { lowS: false })

const verifyP384: Verifier = (publicKey, data, signature) => signature.length === 96 && p384.verify(signature, data, publicKey, { lowS: false })

const builtIn: Record<'Ed25519' | 'P-256' | 'P-384', Verifier> = {
  Ed25519: verifyEd25519,
  'P-256': verifyP256,
  'P-384': verifyP384,
}

const MIN_RSA_BITS = 2048
const MAX_RSA_BITS = 8192

async function verifyRs256(jwk: RsaPublicJwk, data: Uint8Array, signature: Uint8Array) {
  const bits = decodeBase64url(jwk.n).length * 8
  if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) return false
  const key = await importJWK({ kty: 'RSA', n: jwk.n, e: jwk.e, alg: 'RS256' }, 'RS256')
  await compactVerify(`${fromUtf8(data)}.${encodeBase64url(signature)}`, key, {
    algorithms: ['RS256'],
  })
  return true
}

/**
 * Whether the signature of the message is the key's. Anything malformed is `false`, never an exception:
 * a signature that cannot be checked is not a signature.
 */
export async function verifySignature(key: PublicKey, data: Uint8Array, signature: Uint8Array, verifiers: Verifiers = {}): Promise<boolean> {
  try {
    if (key.type === 'RS256') return await verifyRs256(key.publicKeyJwk, data, signature)
    const verify = verifiers[key.type] ?? builtIn[key.type]
    return (await verify(key.publicKey, data, signature)) === true
  } catch {
    return false
  }
}
