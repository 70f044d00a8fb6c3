import type { Ctx } from '#ctx'
import { normalizeCode } from '#kit/secrets.ts'

const LENGTH = 8

export const hashDepartureCode = (ctx: Ctx, code: string): Buffer => ctx.secrets.keyedHash(normalizeCode(code), 'departure')

/** The codes of a pasted list: one a line, alone or at the end of a line that names somebody. What is no code stays, to be said line by line. */
export function readCodes(text: string): string[] {
  const lines = text.split(/[\r\n;,]+/).map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== '').map(codeIn))]
}

/** « Adèle · CM2 · ABCD-EFGH » gives the code; a line that holds none stays as it is. */
function codeIn(line: string): string {
  const found = [...line.toUpperCase().matchAll(/(?<![A-Z0-9])[A-Z0-9]{4}[ -]?[A-Z0-9]{4}(?![A-Z0-9])/g)].map(([code]) => normalizeCode(code))
  return found.findLast((code) => code.length === LENGTH) ?? line.slice(0, 60)
}

/** As it is printed, in two halves. */
export const writeCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`
