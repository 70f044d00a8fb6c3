/** NFC, one space at a time, and nothing that cannot be seen: a mark that turns the writing direction could make one name look like another. */
export function cleanCell(raw: string): { text: string; hadHidden: boolean } {
  // ="0123" is how spreadsheets keep a leading zero.
  const unwrapped = /^\s*="([^"]*)"\s*$/.exec(raw)?.[1] ?? raw
  const visible = unwrapped.replace(HIDDEN, '')
  const text = visible
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return { text: EMPTY.test(text) ? '' : text, hadHidden: visible.length !== unwrapped.replace(HARMLESS, '').length }
}

const HARMLESS = /[\u00ad\u200b\u2060\ufeff]/g
const HIDDEN = /[\u00ad\u200b\u2060\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const EMPTY = /^(?:[-–—_.]+|#N\/A|#REF!|NULL|N\/A)$/i

/** UTF-8 read as Windows-1252 ("Ã©"), or a code page of DOS ("‚" inside a word). */
export const looksGarbled = (text: string): boolean => /\ufffd|Ã[\u0080-\u00bf‚„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€|\p{L}[‚„…†‡ˆ‰‹›]\p{L}/u.test(text)

/** What a spreadsheet would run as a formula. A signed number or a telephone number is none. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@]/.test(text) && !/^[+-]?[\d\s.,()/-]+$/.test(text)

export function readEmail(text: string): string | undefined {
  const address = text
    .replace(/^[^<>]*<([^<>]*)>$/, '$1')
    .replace(/^mailto:/i, '')
    .toLowerCase()
  return address.length <= 254 && EMAIL.test(address) ? address : undefined
}

const EMAIL = /^(?!\.)(?!.*\.\.)[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\.)@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u

export function readIne(text: string): { ine: string; isUsual: boolean } {
  const ine = text.replace(/[\s.]/g, '').toUpperCase()
  return { ine, isUsual: /^(?=.*\d)[0-9A-Z]{11}$/.test(ine) }
}

export const looksLikeIne = (text: string): boolean => readIne(text).isUsual

/** dd/mm/yyyy or ISO, to YYYY-MM-DD. A year of two digits is taken as the nearest that makes a pupil or an adult. */
export function readDate(text: string): { date: string; isGuessed: boolean } | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text)
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]), false)
  const french = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: 0?0:00(?::00)?)?$/.exec(text)
  if (!french) return undefined
  const year = Number(french[3])
  if (french[3]!.length === 4) return calendarDate(year, Number(french[2]), Number(french[1]), false)
  return calendarDate(year + (year <= 30 ? 2000 : 1900), Number(french[2]), Number(french[1]), true)
}

function calendarDate(year: number, month: number, day: number, isGuessed: boolean) {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1900 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return { date: date.toISOString().slice(0, 10), isGuessed }
}

export function readWebAddress(text: string): string | undefined {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' ? url.href : undefined
}
