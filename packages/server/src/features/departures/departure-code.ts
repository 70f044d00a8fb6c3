import type { Ctx } from '#ctx'
import { normalizeCode } from '#kit/secrets.ts'

export const hashDepartureCode = (ctx: Ctx, code: string): Buffer => ctx.secrets.keyedHash(normalizeCode(code), 'departure')

const CODE = /(?<![A-Z0-9])[A-Z0-9]{4}[ -]?[A-Z0-9]{4}(?![A-Z0-9])/g

/** The codes of a pasted list: one a line, alone or at the end of a line that names somebody. What is no code stays, to be said line by line. */
export function readCodes(text: string): string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== '').flatMap(codesIn))]
}

/** « Adèle · CM2 · ABCD-EFGH » gives the code, « ABCD-EFGH, JKMN-PQRS » both; a line that holds none stays as it is. */
function codesIn(line: string): string[] {
  const typed = line.toUpperCase()
  const codes = [...typed.matchAll(CODE)].map(([code]) => normalizeCode(code))
  if (codes.length === 0) return [line.slice(0, 60)]
  const isOnlyCodes = !/[\p{L}\p{N}]/u.test(typed.replace(CODE, ''))
  return isOnlyCodes ? codes : codes.slice(-1)
}

/** As it is printed, in two halves. */
export const writeCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`
