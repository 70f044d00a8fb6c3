import { decodeBase64url } from '../encoding/base64url.ts'
import { fromUtf8 } from '../encoding/bytes.ts'
import { parseJson } from '../encoding/parse-json.ts'
import { OpenBadgesError } from '../errors.ts'
import { decodeMultikey, encodeMultikey, type MultikeyType } from '../proof/multikey.ts'
import type { PublicKey } from '../proof/signer.ts'
import { isJsonObject } from '../terms/json.ts'
import { publicKeyFromJwk } from './jwk.ts'

/**
 * The did:key of a public key.
 *
 * @param key.type RSA keys have no did:key
 * @param key.publicKey Ed25519: 32 bytes. P-256 and P-384: the compressed point (33 and 49 bytes).
 * @throws OpenBadgesError `invalid_key`
 * @see https://w3c-ccg.github.io/did-key-spec/
 * @example
 * didKeyFromPublicKey({ type: 'Ed25519', publicKey }) // 'did:key:z6Mk…'
 */
export function didKeyFromPublicKey(key: { type: MultikeyType; publicKey: Uint8Array }): string {
  return `did:key:${encodeMultikey(key)}`
}

/**
 * The key that a did:key or a did:jwk is. A fragment, when there is one, must be the key's own
 * (`did:key:z6Mk…#z6Mk…`, `did:jwk:…#0`).
 *
 * @throws OpenBadgesError `invalid_did`, `invalid_key`
 * @see https://github.com/quartzjer/did-jwk/blob/main/spec.md
 * @example
 * publicKeyFromDid('did:key:z6Mk…') // { type: 'Ed25519', publicKey: Uint8Array(32) }
 */
export function publicKeyFromDid(didUrl: string): PublicKey {
  const [did = '', fragment, ...more] = didUrl.split('#')
  const [, method, id = ''] = /^did:(key|jwk):([A-Za-z0-9_-]+)$/.exec(did) ?? []
  const own = method === 'key' ? id : '0'
  if (!method || more.length > 0 || (fragment !== undefined && fragment !== own)) {
    throw new OpenBadgesError('invalid_did', `not a did:key or did:jwk: ${didUrl}`)
  }
  if (method === 'key') return decodeMultikey(id)
  let jwk: unknown
  try {
    jwk = parseJson(fromUtf8(decodeBase64url(id)))
  } catch (cause) {
    throw new OpenBadgesError('invalid_did', 'not a did:jwk', { cause })
  }
  if (!isJsonObject(jwk)) throw new OpenBadgesError('invalid_did', 'not a did:jwk')
  return publicKeyFromJwk(jwk)
}
