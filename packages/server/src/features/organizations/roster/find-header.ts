import { readDate } from './read-cell.ts'
import { recognizeColumn } from './recognize-column.ts'
import type { RecipientField, Separator } from './roster.types.ts'
import { LINES_BEFORE_ROWS, SEPARATORS, splitRow, type TextRecord } from './split-records.ts'

export type Header = { index: number; separator: Separator | null; cells: string[] }

const IDENTITY = new Set<RecipientField>(['familyName', 'givenName', 'fullName', 'email', 'ine'])

/** The line, under whatever titles, where most columns bear a name that is known. */
export function findHeader(records: TextRecord[], allowed: ReadonlySet<RecipientField>): Header | undefined {
  let best: (Header & { score: number }) | undefined
  for (const [index, record] of records.slice(0, LINES_BEFORE_ROWS).entries()) {
    for (const separator of [...SEPARATORS, null]) {
      const cells = splitRow(record, separator).map((cell) => cell.trim())
      while (cells.length > 1 && cells.at(-1) === '') cells.pop()
      if (separator !== null && cells.length < 2) continue
      if (separator === null && !isListOfOne(records, index)) continue
      const score = scoreOf(cells, allowed)
      if (score > (best?.score ?? 0) && !isRepeated(cells, separator, records, index)) best = { index, separator, cells, score }
    }
  }
  return best
}

/** A single word is a header only over single cells: "Élèves" may also be the title of a table. */
const isListOfOne = (records: TextRecord[], index: number): boolean => records.slice(index, index + 2).every(({ text }) => !/[;\t][^;\t\s]/.test(text))

function scoreOf(cells: string[], allowed: ReadonlySet<RecipientField>): number {
  if (cells.some((cell) => cell.includes('@') || readDate(cell) !== undefined)) return 0
  const fields = cells.map((cell) => recognizeColumn(cell)?.field).filter((field) => field !== undefined && allowed.has(field))
  if (!fields.some((field) => IDENTITY.has(field!))) return 0
  return new Set(fields).size * 1000 + cells.filter((cell) => cell !== '').length
}

/** "Élève" in a list without a header is a role when the rows around bear it too. A header that comes back whole is still one. */
function isRepeated(cells: string[], separator: Separator | null, records: TextRecord[], index: number): boolean {
  const repeats = (record: TextRecord) => {
    const others = splitRow(record, separator)
    const same = cells.filter((cell, at) => cell !== '' && cell === others[at]?.trim())
    return same.length < cells.length && same.some((cell) => recognizeColumn(cell) !== undefined)
  }
  // One line above may be a title that begins with the same word.
  return records.slice(index + 1, index + 6).some(repeats) || records.slice(Math.max(0, index - 5), index).filter(repeats).length > 1
}
