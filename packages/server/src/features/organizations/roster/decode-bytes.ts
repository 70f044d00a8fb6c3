import { type Encoding, LIMITS, refuseRoster } from './roster.types.ts'

const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
// ZIP (xlsx, ods) and the compound file of older Excel.
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

export function decodeBytes(bytes: Uint8Array, fileName?: string): { encoding: Encoding; text: string } {
  if (bytes.length > LIMITS.bytes) throw refuseRoster('roster_too_large', { maxBytes: LIMITS.bytes })
  if (SPREADSHEETS.some((magic) => startsWith(bytes, magic))) throw refuseRoster('roster_is_a_spreadsheet', { fileName })
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => startsWith(bytes, mark))?.[0]
  const encoding = marked ?? guessEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\0')) throw refuseRoster('roster_not_text')
  // Several portals call "Excel" a web page with a table in it.
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text)) throw refuseRoster('roster_is_a_spreadsheet', { fileName })
  return { encoding, text }
}

const startsWith = (bytes: Uint8Array, prefix: number[]): boolean => prefix.every((byte, index) => bytes[index] === byte)

function guessEncoding(bytes: Uint8Array): Encoding {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    // Excel for Mac still writes "CSV" in Mac Roman, where é is the Ž of Windows: take the one that reads like names.
    return likelyLetters(bytes, 'macintosh') > likelyLetters(bytes, 'windows-1252') ? 'macintosh' : 'windows-1252'
  }
}

function likelyLetters(bytes: Uint8Array, encoding: Encoding): number {
  return new TextDecoder(encoding).decode(bytes).match(/[àâäáãçéèêëíîïñóôöõúùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ’°]/g)?.length ?? 0
}
