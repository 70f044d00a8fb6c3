import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { fromUtf8, toUtf8 } from '../encoding/bytes.ts'
import { parseJson } from '../encoding/parse-json.ts'
import { OpenBadgesError } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../terms/json.ts'
import type { Algorithm, PublicKey, Signer, Verifiers } from './signer.ts'
import { verifySignature } from './verify-signature.ts'

/** A compact JWS taken apart; nothing of it is trusted yet. */
export type Jws = { header: JsonObject; payload: JsonObject; signingInput: Uint8Array; signature: Uint8Array }

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/
const MAX_LENGTH = 4 * 1024 * 1024

/** The key type that each accepted `alg` takes. `none` and the HMACs are not among them, so they are refused. */
const KEY_TYPES: Readonly<Record<string, Algorithm>> = { EdDSA: 'Ed25519', Ed25519: 'Ed25519', ES256: 'P-256', ES384: 'P-384', RS256: 'RS256' }
const NAMES: Readonly<Record<Algorithm, string>> = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384', RS256: 'RS256' }

/** Whether the text has the form of a compact JWS. */
export function isCompactJws(text: string): boolean {
  return text.length <= MAX_LENGTH && COMPACT.test(text)
}

/** Takes a compact JWS apart. Throws `invalid_jws`. */
export function parseJws(text: string): Jws {
  const [header = '', payload = '', signature = ''] = text.split('.')
  try {
    if (!isCompactJws(text)) throw new OpenBadgesError('invalid_jws', 'not a compact JWS')
    const [head, body] = [header, payload].map((part) => parseJson(fromUtf8(decodeBase64url(part))))
    if (!isJsonObject(head) || !isJsonObject(body)) throw new OpenBadgesError('invalid_jws', 'not a JWS of JSON objects')
    return { header: head, payload: body, signingInput: toUtf8(`${header}.${payload}`), signature: decodeBase64url(signature) }
  } catch (cause) {
    throw new OpenBadgesError('invalid_jws', 'not a compact JWS of JSON objects', { cause })
  }
}

/** The key type for the header's algorithm, or `undefined`: an algorithm or an extension that is not accepted. */
export function keyTypeOfJws(header: JsonObject): Algorithm | undefined {
  const { alg } = header
  if (header.crit !== undefined || header.b64 !== undefined || typeof alg !== 'string') return undefined
  return Object.hasOwn(KEY_TYPES, alg) ? KEY_TYPES[alg] : undefined
}

/** Whether the signature is the key's, by the one algorithm that the key is for. */
export async function verifyJws(jws: Jws, key: PublicKey, verifiers: Verifiers = {}): Promise<boolean> {
  return keyTypeOfJws(jws.header) === key.type && (await verifySignature(key, jws.signingInput, jws.signature, verifiers))
}

/** A compact JWS over a JSON object. The header gets `alg` from the signer. */
export async function signJws(header: JsonObject, payload: JsonObject, signer: Signer): Promise<string> {
  const parts = [{ alg: NAMES[signer.algorithm], ...header }, payload]
  const input = parts.map((part) => encodeBase64url(toUtf8(JSON.stringify(part)))).join('.')
  return `${input}.${encodeBase64url(await signer.sign(toUtf8(input)))}`
}
