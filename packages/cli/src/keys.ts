import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { type Algorithm, buildDidDocument, type DidDocument, type DidKey, didKeyFromPublicKey, didWebToUrl, type JsonObject, publicKeyFromJwk, type Signer } from '@boat/openbadges'
import { Problem, UsageProblem } from './io.ts'

/** The types of `--type`, and the algorithm that a JWK names for each (RFC 7518, RFC 8037). */
export const KEY_TYPES = { ed25519: 'EdDSA', p256: 'ES256', p384: 'ES384', rsa: 'RS256' } as const
export type KeyType = keyof typeof KEY_TYPES
export const isKeyType = (text: string): text is KeyType => Object.hasOwn(KEY_TYPES, text)

/** A private key as it is kept in a file: a JWK with the id of its verification method. */
export type KeyFile = JsonObject & { kid: string }

export function generateKey(type: KeyType): KeyObject {
  if (type === 'rsa') return generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey
  if (type === 'ed25519') return generateKeyPairSync('ed25519').privateKey
  return generateKeyPairSync('ec', { namedCurve: type === 'p256' ? 'P-256' : 'P-384' }).privateKey
}

/** The DID that `--did` asks for, and the document to publish for it. */
export function describeKey(key: KeyObject, type: KeyType, did: string): { keyFile: KeyFile; document: DidDocument } {
  const jwk = createPublicKey(key).export({ format: 'jwk' }) as JsonObject
  const publicKey = publicKeyFromJwk(jwk)
  const entry: DidKey = publicKey.type === 'RS256' ? { ...publicKey, id: 'key-1' } : publicKey
  const id = didOf(entry, did)
  const document = buildDidDocument({ did: id, keys: [entry] })
  const kid = document.assertionMethod[0] as string
  return { keyFile: { ...(key.export({ format: 'jwk' }) as JsonObject), alg: KEY_TYPES[type], kid }, document }
}

function didOf(key: DidKey, did: string): string {
  if (did === 'key' || did === 'did:key') {
    if (key.type === 'RS256') throw new UsageProblem('an RSA key has no did:key; give its website by --did web:DOMAIN')
    return didKeyFromPublicKey(key)
  }
  const id = `did:${did.replace(/^did:/, '')}`
  try {
    didWebToUrl(id)
  } catch {
    throw new UsageProblem(`--did "${did}" is not known; it can be key, web:DOMAIN or web:DOMAIN:path, where a port is written DOMAIN%3A3000`)
  }
  return id
}

const HASHES: Record<Algorithm, string | null> = { Ed25519: null, 'P-256': 'sha256', 'P-384': 'sha384', RS256: 'sha256' }

/** A signer from a key file. */
export function readSigner(text: string, path: string): Signer {
  const { kid, key, algorithm } = readPrivateKey(text, path)
  if (typeof kid !== 'string' || !kid.includes('#')) throw new Problem(`${path} does not say whose key it is ("kid": "did:…#…"); make one by boat keygen`)
  return { verificationMethod: kid, algorithm, sign: (data) => new Uint8Array(sign(HASHES[algorithm], data, { key, dsaEncoding: 'ieee-p1363' })) }
}

function readPrivateKey(text: string, path: string): { kid: unknown; key: KeyObject; algorithm: Algorithm } {
  try {
    const jwk = JSON.parse(text) as JsonObject
    const key = createPrivateKey({ key: jwk as never, format: 'jwk' })
    const { type: algorithm } = publicKeyFromJwk(createPublicKey(key).export({ format: 'jwk' }) as JsonObject)
    return { kid: jwk.kid, key, algorithm }
  } catch {
    throw new Problem(`${path} is not a private key as boat keygen writes it`)
  }
}
