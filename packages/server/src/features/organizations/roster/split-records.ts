import { parse } from 'csv-parse/sync'
import { LIMITS, refuseRoster, type Separator } from './roster.types.ts'

export const SEPARATORS: Separator[] = [';', ',', '\t']

/** One record, which runs over several lines of the file when a quoted cell does. */
export type TextRecord = { line: number; text: string; isUnclosed?: true; isTooLong?: true }

const MAX_LENGTH = 40_000
// A list of single cells still goes through the parser, for its quotes.
const NO_SEPARATOR = '\u0001' as Separator
/** How far down the header is looked for, under titles. */
export const LINES_BEFORE_ROWS = 25

/** Blank lines, and lines of separators only, are left out; `line` counts from 1 as a text editor does. */
export function splitRecords(text: string): TextRecord[] {
  const records: TextRecord[] = []
  let line = 1
  let start = 0
  while (start < text.length) {
    const closed = endOfRecord(text, start, true)
    // A quote that nothing closes would swallow the rest of the file: that record ends with its line.
    const isUnclosed = closed === undefined
    const end = closed ?? endOfRecord(text, start, false)!
    const content = text.slice(start, end)
    const record: TextRecord = { line, text: content }
    if (isUnclosed) record.isUnclosed = true
    if (content.length > MAX_LENGTH) Object.assign(record, { text: content.slice(0, LIMITS.cell), isTooLong: true })
    if (/[^\s;,"]/.test(content)) records.push(record)
    if (records.length > LIMITS.rows + LINES_BEFORE_ROWS) throw refuseRoster('roster_too_many_rows', { maxRows: LIMITS.rows })
    line += countLines(content) + 1
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  return records
}

const BREAK = /\r\n|\r|\n/g
const countLines = (text: string): number => text.match(BREAK)?.length ?? 0

function endOfRecord(text: string, start: number, mindsQuotes: boolean): number | undefined {
  let isQuoted = false
  let atCellStart = true
  const limit = start + MAX_LENGTH
  for (let at = start; at < text.length; at += 1) {
    const char = text[at]!
    if (isQuoted) {
      if (at > limit) return undefined
      if (char !== '"') continue
      if (text[at + 1] === '"') at += 1
      else isQuoted = false
    } else if (char === '\n' || char === '\r') return at
    else if (char === '"' && atCellStart && mindsQuotes) isQuoted = true
    else atCellStart = char === ';' || char === ',' || char === '\t'
  }
  return isQuoted ? undefined : text.length
}

export function splitCells(record: TextRecord, separator: Separator | null): string[] {
  if (separator === null) return splitCells({ ...record, text: withoutEnd(record.text) }, NO_SEPARATOR)
  const options = { delimiter: separator, relax_column_count: true, relax_quotes: true, quote: record.isUnclosed ? null : '"' }
  try {
    return (parse(record.text, { ...options, record_delimiter: '\u0000', bom: false }) as string[][])[0] ?? []
  } catch {
    // What is left is a quote closed in the middle of a cell: read it as a plain character.
    return record.text.split(separator)
  }
}

function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[;,\s]/.test(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}

/** The cells under the separator, or those inside a row that was quoted as a whole when a spreadsheet did not split it. */
export function splitRow(record: TextRecord, separator: Separator | null): string[] {
  const cells = splitCells(record, separator)
  const [only] = cells
  if (cells.length !== 1 || only === undefined || separator === null || !/^\s*"/.test(record.text) || !only.includes(separator)) return cells
  return splitCells({ line: record.line, text: only }, separator)
}
