import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import {
  type Algorithm,
  buildDidDocument,
  type DidDocument,
  type DidKey,
  didKeyFromPublicKey,
  didWebFromUrl,
  type JsonObject,
  publicKeyFromJwk,
  type Signer,
} from '@boat/openbadges'
import { Problem, UsageProblem } from './io.ts'

/** The types of `--type`, and what they are called in the standards. */
export const KEY_TYPES = { ed25519: 'Ed25519', p256: 'P-256', p384: 'P-384', rsa: 'RS256' } as const
export type KeyType = keyof typeof KEY_TYPES

/** A private key as it is kept in a file: a JWK with the id of its verification method. */
export type KeyFile = JsonObject & { kid: string }

export function generateKey(type: KeyType): KeyObject {
  if (type === 'rsa') return generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey
  if (type === 'ed25519') return generateKeyPairSync('ed25519').privateKey
  return generateKeyPairSync('ec', { namedCurve: KEY_TYPES[type] }).privateKey
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
  if (did === 'key') {
    if (key.type === 'RS256') throw new UsageProblem('an RSA key has no did:key; use --did web:DOMAIN')
    return didKeyFromPublicKey(key)
  }
  const [, domain = '', path = ''] = /^web:([^:/]+(?:%3A\d+)?)(?::(.+))?$/.exec(did) ?? []
  if (domain === '') throw new UsageProblem(`--did ${did}: key, or web:DOMAIN, or web:DOMAIN:path`)
  return didWebFromUrl(`https://${domain.replace(/%3A/i, ':')}`, path.replaceAll(':', '/'))
}

const HASHES: Record<Algorithm, string | null> = { Ed25519: null, 'P-256': 'sha256', 'P-384': 'sha384', RS256: 'sha256' }

/** A signer from a key file. */
export function readSigner(text: string, path: string): Signer {
  let jwk: KeyFile
  try {
    jwk = JSON.parse(text) as KeyFile
    const key = createPrivateKey({ key: jwk as never, format: 'jwk' })
    const { type: algorithm } = publicKeyFromJwk(createPublicKey(key).export({ format: 'jwk' }) as JsonObject)
    if (typeof jwk.kid !== 'string' || !jwk.kid.includes('#')) throw new Problem(`${path} names no verification method (kid); make it by boat keygen`)
    const method = jwk.kid
    return { verificationMethod: method, algorithm, sign: (data) => new Uint8Array(sign(HASHES[algorithm], data, { key, dsaEncoding: 'ieee-p1363' })) }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(`${path} is not a private key as boat keygen writes it`)
  }
}
