import { unbake } from '../bake/bake.ts'
import { isPng } from '../bake/png-chunks.ts'
import { fromUtf8, toUtf8 } from '../encoding/bytes.ts'
import { parseJson } from '../encoding/parse-json.ts'
import { OpenBadgesError } from '../errors.ts'
import { isCompactJws, type Jws, parseJws } from '../proof/jws.ts'
import { cloneJson, isJsonObject, type JsonObject } from '../terms/json.ts'

/** What was given, as far as it can be read without judging it. */
export type ReadDocument =
  | { kind: 'json'; document: JsonObject; jws: undefined; baked: Baked }
  | { kind: 'jws'; document: JsonObject; jws: Jws; baked: Baked }
  /** The address of a hosted assertion (Open Badges 2.0 and before). */
  | { kind: 'address'; url: string; baked: Baked }
/** The format of the image it was in, if it was in one. */
type Baked = 'png' | 'svg' | undefined

/** Registered claims, which are of the JWT and not of the credential inside it. */
const CLAIMS = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'vc']
const MAX_BYTES = 16 * 1024 * 1024

/**
 * Reads PNG or SVG bytes, JSON text, a compact JWS, an address, or an object.
 *
 * @throws OpenBadgesError what the reading found: `malformed_png`, `invalid_json`, `invalid_jws`, `multiple_credentials` …
 */
export function readDocument(input: string | Uint8Array | object, baked?: Baked): ReadDocument {
  if (input instanceof Uint8Array) return readBytes(input)
  if (typeof input === 'object') return { kind: 'json', document: readObject(input), jws: undefined, baked }
  const text = input.replace(/^\uFEFF/, '').trim()
  if (text.length > MAX_BYTES) throw new OpenBadgesError('invalid_argument', 'too large')
  if (text.startsWith('<')) return readImage(toUtf8(text))
  if (/^https?:\/\/\S+$/.test(text)) return { kind: 'address', url: text, baked }
  if (isCompactJws(text)) return readJws(text, baked)
  const value = parseJson(text)
  if (!isJsonObject(value)) throw new OpenBadgesError('invalid_json', 'not a JSON object')
  return { kind: 'json', document: value, jws: undefined, baked }
}

function readBytes(bytes: Uint8Array): ReadDocument {
  if (bytes.length > MAX_BYTES) throw new OpenBadgesError('invalid_argument', 'too large')
  if (isPng(bytes)) return readImage(bytes)
  let text: string
  try {
    text = fromUtf8(bytes)
  } catch (cause) {
    throw new OpenBadgesError('unsupported_image', 'neither an image that holds a credential nor a text', { cause })
  }
  return readDocument(text)
}

function readImage(bytes: Uint8Array): ReadDocument {
  const found = unbake(bytes)
  if (!found) throw new OpenBadgesError('unsupported_image', 'no credential in the image')
  return readDocument(found.credential, found.format)
}

function readObject(input: object): JsonObject {
  const copy = parseJson(JSON.stringify(cloneJson(input)))
  if (!isJsonObject(copy)) throw new OpenBadgesError('invalid_json', 'not a JSON object')
  return copy
}

/** VC Data Model 1.1 has the credential in `vc`; 2.0 has it as the payload itself; 2.0 assertions too. */
function readJws(text: string, baked: Baked): ReadDocument {
  const jws = parseJws(text)
  const { vc } = jws.payload
  const document = isJsonObject(vc) ? vc : Object.fromEntries(Object.entries(jws.payload).filter(([name]) => !CLAIMS.includes(name)))
  return { kind: 'jws', document, jws, baked }
}
