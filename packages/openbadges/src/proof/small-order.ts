import { toHex } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'

/** Every encoding of the eight points of small order of Curve25519, canonical or not, without the sign. */
const SMALL = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])

/**
 * Refuses an Ed25519 key of small order: anybody can sign for it, and what one verifier accepts another does not.
 * Here, so that it holds with any verifier that is given.
 *
 * @throws OpenBadgesError `invalid_key`
 * @see https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7
 */
export function assertOrder(publicKey: Uint8Array): void {
  const point = Uint8Array.from(publicKey)
  point[31] = (point[31] as number) & 127
  if (SMALL.has(toHex(point))) throw new OpenBadgesError('invalid_key', 'an Ed25519 key of small order')
}
