import { OpenBadgesError } from '../errors.ts'

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const DIGITS = new Map([...ALPHABET].map((letter, value) => [letter, value]))
/** Every two digits together. */
const PAIRS = [...ALPHABET].flatMap((high) => [...ALPHABET].map((low) => high + low))
const PAIR = 58 * 58
/** Six digits are taken from the number at a time: 58^6 beside a 16-bit limb is still exact in a double. */
const CHUNK = 58 ** 6
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
      const quotient = Math.floor(value / CHUNK)
      limbs[at] = quotient
      rest = value - quotient * CHUNK
    }
    while (start < limbs.length && limbs[start] === 0) start++
    const high = Math.floor(rest / PAIR)
    text = (PAIRS[Math.floor(high / PAIR)] as string) + (PAIRS[high % PAIR] as string) + (PAIRS[rest - high * PAIR] as string) + text
  }
  return '1'.repeat(zeros) + text.replace(/^1+/, '')
}

/** The bytes of a base 58 text. Throws `invalid_encoding` for any other letter, and above 1,024 letters. */
export function decodeBase58(text: string): Uint8Array {
  if (text.length > MAX_LENGTH) throw new OpenBadgesError('invalid_encoding', 'base58 text too long')
  let zeros = 0
  while (zeros < text.length && text[zeros] === '1') zeros++
  const limbs: number[] = []
  for (let at = zeros; at < text.length; at += 4) {
    let carry = 0
    let scale = 1
    for (const letter of text.slice(at, at + 4)) {
      const digit = DIGITS.get(letter)
      if (digit === undefined) throw new OpenBadgesError('invalid_encoding', 'not a base58 text')
      carry = carry * 58 + digit
      scale *= 58
    }
    for (let limb = 0; limb < limbs.length; limb++) {
      const value = (limbs[limb] as number) * scale + carry
      carry = Math.floor(value / 65536)
      limbs[limb] = value - carry * 65536
    }
    for (; carry > 0; carry = Math.floor(carry / 65536)) limbs.push(carry % 65536)
  }
  const bytes = limbs.flatMap((limb) => [limb & 255, limb >> 8])
  if (bytes.at(-1) === 0) bytes.pop()
  const all = new Uint8Array(zeros + bytes.length)
  all.set(bytes.reverse(), zeros)
  return all
}
