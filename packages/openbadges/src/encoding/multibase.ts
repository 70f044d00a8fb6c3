import { OpenBadgesError } from '../errors.ts'
import { decodeBase58 } from './base58.ts'
import { decodeBase64url } from './base64url.ts'

/**
 * The bytes of a multibase text: `z` base 58 or `u` base64url, the two that the standards use.
 * Throws `invalid_encoding` for any other.
 *
 * @see https://www.w3.org/TR/controller-document/#multibase-0
 */
export function decodeMultibase(text: string): Uint8Array {
  if (text.startsWith('z')) return decodeBase58(text.slice(1))
  if (text.startsWith('u')) return decodeBase64url(text.slice(1))
  throw new OpenBadgesError('invalid_encoding', 'not a multibase text (z… or u…)')
}
