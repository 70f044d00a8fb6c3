import { OpenBadgesError } from '../errors.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Int8Array(128).fill(-1)
for (let value = 0; value < 64; value++) VALUES[ALPHABET.charCodeAt(value)] = value

/** Base64 for URLs, without padding (RFC 4648 §5), as JWS and multibase `u` write it. */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const group = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += ALPHABET[group >> 18]
    text += ALPHABET[(group >> 12) & 63]
    if (left > 1) text += ALPHABET[(group >> 6) & 63]
    if (left > 2) text += ALPHABET[group & 63]
  }
  return text
}

/**
 * The bytes of a base64url text without padding. Only the one canonical text of some bytes is taken:
 * throws `invalid_encoding` for another letter, padding, an impossible length or stray last bits.
 */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> {
  const rest = text.length % 4
  if (rest === 1) throw new OpenBadgesError('invalid_encoding', 'base64url text of impossible length')
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let index = 0; index < text.length; index++) {
    const value = VALUES[text.charCodeAt(index)] ?? -1
    if (value < 0) throw new OpenBadgesError('invalid_encoding', 'not a base64url text', { offset: index })
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 255
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) {
    throw new OpenBadgesError('invalid_encoding', 'base64url text with stray last bits')
  }
  return bytes
}
