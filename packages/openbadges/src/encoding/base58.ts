import { OpenBadgesError } from '../errors.ts'

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const DIGITS = new Map([...ALPHABET].map((letter, value) => [letter, value]))
/** 58^5 fits beside a 16-bit limb in a double: five digits are taken from the number at a time. */
const CHUNK = 58 ** 5
/** Longer inputs cost quadratic time and are never keys or signatures. */
const MAX_LENGTH = 1024

/**
 * Bitcoin's base 58, as multibase `z` writes it.
 *
 * @see https://www.w3.org/TR/controller-document/#multibase-0
 */
export function encodeBase58(bytes: Uint8Array): string {
  let zeros = 0
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++
  const limbs: number[] = []
  if ((bytes.length - zeros) % 2 === 1) limbs.push(bytes[zeros] as number)
  for (let at = zeros + limbs.length; at < bytes.length; at += 2) {
    limbs.push((bytes[at] as number) * 256 + (bytes[at + 1] as number))
  }
  let text = ''
  let start = 0
  while (start < limbs.length) {
    let rest = 0
    for (let at = start; at < limbs.length; at++) {
      const value = rest * 65536 + (limbs[at] as number)
      limbs[at] = Math.floor(value / CHUNK)
      rest = value % CHUNK
    }
    while (start < limbs.length && limbs[start] === 0) start++
    for (let digit = 0; digit < 5; digit++) {
      text = ALPHABET[rest % 58] + text
      rest = Math.floor(rest / 58)
    }
  }
  return '1'.repeat(zeros) + text.replace(/^1+/, '')
}

/** The bytes of a base 58 text. Throws `invalid_encoding` for any other letter, and above 1,024 letters. */
export function decodeBase58(text: string): Uint8Array {
  if (text.length > MAX_LENGTH) throw new OpenBadgesError('invalid_encoding', 'base58 text too long')
  let zeros = 0
  while (zeros < text.length && text[zeros] === '1') zeros++
  const bytes: number[] = []
  for (const letter of text.slice(zeros)) {
    let carry = DIGITS.get(letter)
    if (carry === undefined) throw new OpenBadgesError('invalid_encoding', 'not a base58 text')
    for (let at = 0; at < bytes.length; at++) {
      carry += (bytes[at] as number) * 58
      bytes[at] = carry & 255
      carry >>= 8
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 255)
  }
  const all = new Uint8Array(zeros + bytes.length)
  all.set(bytes.reverse(), zeros)
  return all
}
