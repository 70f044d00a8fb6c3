/** A row of a CSV file: its cells by column name, and where it and each of them begins. */
export type CsvRow = { line: number; cells: Record<string, string>; columns: Record<string, number>; problem?: { column: number; message: string } }

type Cell = { text: string; column: number }

/**
 * Rows of a CSV file (RFC 4180) as they arrive, never the whole file. The separator is the comma or, as spreadsheets of
 * several countries write it, the semicolon: the one that the first line has more of.
 */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  let names: string[] | undefined
  for await (const { line, cells } of readRecords(chunks)) {
    if (cells.length === 1 && cells[0]?.text.trim() === '') continue
    if (!names) {
      names = cells.map(({ text }) => text.trim())
      continue
    }
    const row: CsvRow = { line, cells: {}, columns: {} }
    for (const [index, name] of names.entries()) {
      row.cells[name] = cells[index]?.text.trim() ?? ''
      row.columns[name] = cells[index]?.column ?? 1
    }
    const extra = cells[names.length]
    if (extra) row.problem = { column: extra.column, message: `one cell more than the ${names.length} of the first line` }
    yield row
  }
}

async function* readRecords(chunks: AsyncIterable<string>): AsyncGenerator<{ line: number; cells: Cell[] }> {
  const state = { line: 1, column: 1, start: 1, quoted: false, wasQuoted: false, separator: '' }
  let cells: Cell[] = []
  let cell: Cell = { text: '', column: 1 }
  let pending = ''
  const endCell = () => {
    cells.push(cell)
    cell = { text: '', column: state.column + 1 }
    state.wasQuoted = false
  }
  for await (const chunk of chunks) {
    let text = pending + chunk
    pending = ''
    if (state.separator === '') {
      text = text.replace(/^\uFEFF/, '')
      const first = /[\r\n]/.exec(text)
      if (!first && text.length < 65_536) {
        pending = text
        continue
      }
      const head = text.slice(0, first?.index)
      state.separator = head.split(';').length > head.split(',').length ? ';' : ','
    }
    for (let at = 0; at < text.length; at++) {
      const letter = text[at] as string
      if (state.quoted) {
        if (letter !== '"') cell.text += letter
        else if (at + 1 === text.length) {
          // The next chunk tells whether the quote is doubled.
          pending = '"'
          break
        } else if (text[at + 1] === '"') {
          cell.text += '"'
          at++
        } else state.quoted = false
      } else if (letter === '"' && cell.text === '' && !state.wasQuoted) {
        state.quoted = true
        state.wasQuoted = true
      } else if (letter === state.separator) endCell()
      else if (letter === '\n') {
        endCell()
        yield { line: state.start, cells }
        cells = []
        state.start = state.line + 1
        cell.column = 1
      } else if (letter !== '\r') cell.text += letter
      if (letter === '\n') {
        state.line++
        state.column = 1
      } else state.column++
    }
  }
  const rest = pending === '"' ? '' : pending
  if (rest !== '') yield* readRecords(one(`${rest}\n`))
  else if (cell.text !== '' || cells.length > 0) {
    endCell()
    yield { line: state.start, cells }
  }
}

async function* one(text: string): AsyncGenerator<string> {
  yield text
}

/** A cell for a CSV file: quoted where it must be, and never a formula to the spreadsheet that opens it. */
export function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
