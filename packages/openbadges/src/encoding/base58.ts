import { OpenBadgesError } from '../errors.ts'
import { toHex } from './bytes.ts'

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
/** The digit of each letter by its code; −1 for any other. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)))
/** Every two digits together. */
const PAIRS = [...ALPHABET].flatMap((high) => [...ALPHABET].map((low) => high + low))
const PAIR = 58 * 58
/** Four digits: beside 48 products of it and 16 bits a double is still exact. */
const GROUP = 58 ** 4
/** Longer inputs cost quadratic time and are never keys or signatures. */
const MAX_LENGTH = 1024
/** The longest signature, of P-384, in words of 16 bits and in groups of four digits. */
const WORDS = 48
const GROUPS = 33
/** As many digits as always fit in those words. */
const SHORT = 131

/** What each word, counted from the end, is worth in groups of digits, and each group in words: `[word * GROUPS + group]`, `[group * WORDS + word]`. */
const WORD_IN_GROUPS = powersOf(1n << 16n, WORDS, BigInt(GROUP), GROUPS)
const GROUP_IN_WORDS = powersOf(BigInt(GROUP), GROUPS, 1n << 16n, WORDS)

/** The first powers of a base, written in another. */
function powersOf(base: bigint, count: number, other: bigint, width: number): Float64Array {
  const powers = new Float64Array(count * width)
  for (let power = 0; power < count; power++) {
    let rest = base ** BigInt(power)
    for (let place = 0; rest > 0n && place < width; place++) {
      powers[power * width + place] = Number(rest % other)
      rest /= other
    }
  }
  return powers
}

const sums = new Float64Array(WORDS)

/**
 * Bitcoin's base 58, as multibase `z` writes it: every word times its power, summed up, then carried once.
 * A signature is a third of what is left to do when a template signs, if it is divided digit by digit.
 *
 * @see https://www.w3.org/TR/controller-document/#multibase-0
 */
export function encodeBase58(bytes: Uint8Array): string {
  if (bytes.length > WORDS * 2) return encodeLong(bytes)
  sums.fill(0)
  let word = 0
  for (let at = bytes.length - 1; at >= 0; at -= 2, word++) {
    const value = (bytes[at] as number) + (at > 0 ? (bytes[at - 1] as number) * 256 : 0)
    // A word of 16 bits is less than three digits.
    const groups = Math.min(GROUPS, ((word + 1) * 3 + 3) >> 2)
    for (let group = 0; group < groups; group++) sums[group] = (sums[group] as number) + value * (WORD_IN_GROUPS[word * GROUPS + group] as number)
  }
  let text = ''
  let carry = 0
  const groups = Math.min(GROUPS, (word * 3 + 7) >> 2)
  for (let group = 0; group < groups; group++) {
    const sum = (sums[group] as number) + carry
    carry = Math.floor(sum / GROUP)
    const digits = sum - carry * GROUP
    const high = Math.floor(digits / PAIR)
    text = (PAIRS[high] as string) + (PAIRS[digits - high * PAIR] as string) + text
  }
  return withZeros(bytes, text)
}

function encodeLong(bytes: Uint8Array): string {
  let text = ''
  for (let rest = BigInt(`0x0${toHex(bytes)}`); rest > 0n; rest /= BigInt(PAIR)) text = (PAIRS[Number(rest % BigInt(PAIR))] as string) + text
  return withZeros(bytes, text)
}

/** A digit of one for each byte of zero at the start, and none else. */
function withZeros(bytes: Uint8Array, text: string): string {
  let zeros = 0
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++
  let digits = 0
  while (text[digits] === '1') digits++
  return '1'.repeat(zeros) + text.slice(digits)
}

/** The bytes of a base 58 text. Throws `invalid_encoding` for any other letter, and above 1,024 letters. */
export function decodeBase58(text: string): Uint8Array {
  if (text.length > MAX_LENGTH) throw new OpenBadgesError('invalid_encoding', 'base58 text too long')
  let zeros = 0
  while (zeros < text.length && text[zeros] === '1') zeros++
  const bytes = text.length > SHORT ? decodeLong(text) : decodeShort(text)
  let start = 0
  while (start < bytes.length && bytes[start] === 0) start++
  const all = new Uint8Array(zeros + bytes.length - start)
  all.set(bytes.subarray(start), zeros)
  return all
}

function decodeShort(text: string): Uint8Array {
  sums.fill(0)
  let group = 0
  for (let end = text.length; end > 0; end -= 4, group++) {
    let value = 0
    for (let at = Math.max(0, end - 4); at < end; at++) value = value * 58 + digitAt(text, at)
    const words = Math.min(WORDS, ((group + 1) * 3 + 1) >> 1)
    for (let word = 0; word < words; word++) sums[word] = (sums[word] as number) + value * (GROUP_IN_WORDS[group * WORDS + word] as number)
  }
  const bytes = new Uint8Array(WORDS * 2)
  let carry = 0
  for (let word = 0; word < WORDS; word++) {
    const sum = (sums[word] as number) + carry
    carry = Math.floor(sum / 65536)
    bytes[bytes.length - 1 - word * 2] = sum
    bytes[bytes.length - 2 - word * 2] = (sum - carry * 65536) >> 8
  }
  return bytes
}

function decodeLong(text: string): Uint8Array {
  let value = 0n
  for (let at = 0; at < text.length; at++) value = value * 58n + BigInt(digitAt(text, at))
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Uint8Array.from({ length: even.length / 2 }, (_, at) => Number.parseInt(even.slice(at * 2, at * 2 + 2), 16))
}

function digitAt(text: string, at: number): number {
  const digit = DIGITS[text.charCodeAt(at)] ?? -1
  if (digit < 0) throw new OpenBadgesError('invalid_encoding', 'not a base58 text')
  return digit
}
