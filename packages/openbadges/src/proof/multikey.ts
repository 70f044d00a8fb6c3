import { encodeBase58 } from '../encoding/base58.ts'
import { concatBytes } from '../encoding/bytes.ts'
import { decodeMultibase } from '../encoding/multibase.ts'
import { OpenBadgesError } from '../errors.ts'
import { assertOrder } from './small-order.ts'

/** The key types that Multikey writes. RSA keys have no Multikey: they are JWKs. */
export type MultikeyType = 'Ed25519' | 'P-256' | 'P-384'

/** Multicodec prefixes (varint) of public keys, and the length of the key in bytes. */
const CODECS: readonly { type: MultikeyType; prefix: readonly [number, number]; length: number }[] = [
  { type: 'Ed25519', prefix: [0xed, 0x01], length: 32 },
  { type: 'P-256', prefix: [0x80, 0x24], length: 33 },
  { type: 'P-384', prefix: [0x81, 0x24], length: 49 },
]

/**
 * A public key as `publicKeyMultibase`.
 *
 * @param key.type RSA keys have no Multikey
 * @param key.publicKey Ed25519: 32 bytes. P-256 and P-384: the compressed point (33 and 49 bytes).
 * @returns `z6Mk…`, `zDna…` or `z82L…`
 * @throws OpenBadgesError `invalid_key` for another type or length
 * @see https://www.w3.org/TR/controller-document/#Multikey
 * @example
 * encodeMultikey({ type: 'Ed25519', publicKey }) // 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'
 */
export function encodeMultikey(key: { type: MultikeyType; publicKey: Uint8Array }): string {
  const codec = CODECS.find((candidate) => candidate.type === key.type)
  if (!codec || key.publicKey.length !== codec.length) {
    throw new OpenBadgesError('invalid_key', `not a public key of type ${key.type}`)
  }
  return `z${encodeBase58(concatBytes(Uint8Array.from(codec.prefix), key.publicKey))}`
}

/**
 * The public key in a `publicKeyMultibase`.
 *
 * @returns the type, and the bytes as `encodeMultikey` takes them
 * @throws OpenBadgesError `invalid_key` when it is not the Multikey of a known public key type
 * @see https://www.w3.org/TR/controller-document/#Multikey
 * @example
 * decodeMultikey('z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi') // { type: 'Ed25519', publicKey: Uint8Array(32) }
 */
export function decodeMultikey(multibase: string): { type: MultikeyType; publicKey: Uint8Array } {
  let bytes: Uint8Array
  try {
    bytes = decodeMultibase(multibase)
  } catch (cause) {
    throw new OpenBadgesError('invalid_key', 'not a multibase text', { cause })
  }
  const codec = CODECS.find(({ prefix }) => prefix[0] === bytes[0] && prefix[1] === bytes[1])
  if (!codec || bytes.length !== codec.length + 2) {
    throw new OpenBadgesError('invalid_key', 'not the Multikey of a known public key')
  }
  const publicKey = bytes.slice(2)
  if (codec.type === 'Ed25519') assertOrder(publicKey)
  return { type: codec.type, publicKey }
}
