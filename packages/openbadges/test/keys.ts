import { generateKeyPairSync, sign } from 'node:crypto'
import { type Algorithm, type DidKey, encodeMultikey, type JsonObject, publicKeyFromJwk, type Signer } from '../src/index.ts'

const HASHES = { Ed25519: null, 'P-256': 'sha256', 'P-384': 'sha384', RS256: 'sha256' } as const

function generate(algorithm: Algorithm) {
  if (algorithm === 'RS256') return generateKeyPairSync('rsa', { modulusLength: 2048 })
  return algorithm === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: algorithm })
}

/** A new key of a controller: who signs with it, and how it is published. */
export function makeKey(controller: string, algorithm: Algorithm) {
  const { publicKey, privateKey } = generate(algorithm)
  const jwk = publicKey.export({ format: 'jwk' }) as JsonObject
  const key = publicKeyFromJwk(jwk)
  const didKey: DidKey = key.type === 'RS256' ? { ...key, id: 'key-1' } : key
  const signer: Signer = {
    verificationMethod: `${controller}#${key.type === 'RS256' ? 'key-1' : encodeMultikey(key)}`,
    algorithm,
    sign: (data) => new Uint8Array(sign(HASHES[algorithm], data, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  }
  return { publicKey, privateKey, jwk, didKey, signer }
}
