import { UsageProblem } from '../io.ts'

/** A cell, and the column of its line in which it begins. */
export type Cell = { text: string; column: number }
/** A record of a CSV file: the line on which it begins, and what is wrong with its form. */
export type CsvRecord = { line: number; cells: Cell[]; problem?: { column: number; message: string } }

/** What was read of a text, up to `end`. `undefined`: more of the text is needed to know. */
type Read<T> = (T & { end: number }) | undefined

/** Longer than any cell of a spreadsheet: a quotation mark that is not closed by then never is. */
const MAX_QUOTED = 65_536
const MAX_RECORD = 1_048_576

/**
 * Records of a CSV file (RFC 4180) as they arrive, never the whole file. The separator is the comma, the semicolon or
 * the tab, as spreadsheets of several countries write it: the one that the first line has most of, or that it names
 * (`sep=;`). Lines end as on any system.
 */
export async function* readRecords(chunks: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const state = { text: '', line: 1, separator: '' }
  for await (const chunk of chunks) {
    state.text += chunk
    yield* takeRecords(state, false)
  }
  yield* takeRecords(state, true)
}

function* takeRecords(state: { text: string; line: number; separator: string }, isEnd: boolean): Generator<CsvRecord> {
  if (state.separator === '' && !findSeparator(state, isEnd)) return
  let at = 0
  while (at < state.text.length) {
    const record = readRecord(state.text, at, state.separator, isEnd)
    if (!record) {
      if (state.text.length - at > MAX_RECORD) throw new UsageProblem(`line ${state.line} of the list is longer than a list of recipients can have`)
      break
    }
    const { end, ...rest } = record
    yield { line: state.line, ...rest }
    state.line += countLines(state.text, at, end)
    at = end
  }
  state.text = state.text.slice(at)
}

function findSeparator(state: { text: string; line: number; separator: string }, isEnd: boolean): boolean {
  const first = /[\r\n]/.exec(state.text)
  const isCut = first ? first.index + 2 > state.text.length : state.text.length < MAX_QUOTED
  if (isCut && !isEnd) return false
  state.text = state.text.replace(/^\uFEFF/, '')
  const [named, separator] = /^sep=(.)(?:\r\n|\r|\n)/i.exec(state.text) ?? []
  if (named !== undefined) {
    state.text = state.text.slice(named.length)
    state.line++
  }
  const [head = ''] = state.text.split(/[\r\n]/, 1)
  const count = (letter: string) => head.split(letter).length
  state.separator = separator ?? [',', ';', '\t'].reduce((best, letter) => (count(letter) > count(best) ? letter : best))
  return true
}

function readRecord(text: string, from: number, separator: string, isEnd: boolean): Read<Omit<CsvRecord, 'line'>> {
  const cells: Cell[] = []
  let at = from
  for (;;) {
    const column = at - lineStart(text, at, from) + 1
    const isQuoted = text[skipSpaces(text, at)] === '"'
    const cell: Read<{ value: string; message?: string }> = isQuoted ? readQuoted(text, skipSpaces(text, at), separator, isEnd) : readPlain(text, at, separator, isEnd)
    if (!cell) return undefined
    cells.push({ text: cell.value, column })
    at = cell.end
    if (cell.message !== undefined) return { cells, problem: { column, message: cell.message }, end: at }
    if (text[at] !== separator) return endRecord(text, at, isEnd, cells)
    at++
  }
}

function endRecord(text: string, at: number, isEnd: boolean, cells: Cell[]): Read<{ cells: Cell[] }> {
  if (text[at] === '\r' && at + 1 === text.length && !isEnd) return undefined
  return { cells, end: at + (text.startsWith('\r\n', at) ? 2 : 1) }
}

function readPlain(text: string, from: number, separator: string, isEnd: boolean): Read<{ value: string }> {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return end === text.length && !isEnd ? undefined : { value: text.slice(from, end), end }
}

/**
 * A cell in quotation marks. Where they are not closed, or not at the end of a cell, the line is wrong, and only the line:
 * reading goes on with the next one, so that one stray mark does not swallow the rows that follow.
 */
function readQuoted(text: string, open: number, separator: string, isEnd: boolean): Read<{ value: string; message?: string }> {
  let value = ''
  let at = open + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    const isOpen = quote < 0 || quote - open > MAX_QUOTED
    if (isOpen && (isEnd || text.length - open > MAX_QUOTED)) return skipLine(text, open, isEnd, 'a quotation mark is opened here and never closed')
    if (isOpen || (quote + 1 === text.length && !isEnd)) return undefined
    value += text.slice(at, quote)
    at = quote + 1
    if (text[at] !== '"') break
    value += '"'
    at++
  }
  const end = skipSpaces(text, at)
  if (end === text.length && !isEnd) return undefined
  const isClosed = end === text.length || text[end] === separator || text[end] === '\n' || text[end] === '\r'
  return isClosed ? { value, end } : skipLine(text, open, isEnd, 'text follows the closing quotation mark; inside a cell, write the mark twice')
}

function skipLine(text: string, open: number, isEnd: boolean, message: string): Read<{ value: string; message: string }> {
  const line = readPlain(text, open, '\n', isEnd)
  const ended = line && endRecord(text, line.end, isEnd, [])
  return ended && { value: line.value, message, end: ended.end }
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at++
  return at
}

function lineStart(text: string, at: number, from: number): number {
  if (at === from) return from
  const before = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  return Math.max(before, from)
}

function countLines(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0
}
