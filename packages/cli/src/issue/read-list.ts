import { decodeText } from '../csv/decode-text.ts'
import { type CsvRecord, readRecords } from '../csv/read-records.ts'
import { UsageProblem } from '../io.ts'

/** The columns that a list may have. */
export const COLUMNS = ['email', 'id', 'name', 'evidence', 'narrative', 'validUntil', 'level'] as const
export type Column = (typeof COLUMNS)[number]

/** A row of a list: its cells by column, and where it and each of them begins. */
export type ListRow = { line: number; cells: Partial<Record<Column, string>>; columns: Partial<Record<Column, number>>; problem?: { column: number; message: string } }

type Header = (Column | undefined)[]

/** The rows of a list as they arrive, without the empty ones. `notice` is told of columns that nothing is done with. */
export async function* readList(chunks: AsyncIterable<Uint8Array>, path: string, notice: (text: string) => void): AsyncGenerator<ListRow> {
  let header: Header | undefined
  for await (const record of readRecords(decodeText(chunks))) {
    if (!record.problem && record.cells.every(({ text }) => text.trim() === '')) continue
    if (header) yield toRow(record, header)
    else header = readHeader(record, path, notice)
  }
  if (!header) throw new UsageProblem(`${path} is empty; its first line names the columns: email or id, then ${COLUMNS.slice(2).join(', ')}`)
}

/** Names of columns are known however they are capitalised. */
function readHeader({ cells }: CsvRecord, path: string, notice: (text: string) => void): Header {
  const header = cells.map(({ text }) => COLUMNS.find((column) => column.toLowerCase() === text.trim().toLowerCase()))
  const known = header.filter((column) => column !== undefined)
  const twice = known.find((column, index) => known.indexOf(column) !== index)
  if (twice !== undefined) throw new UsageProblem(`${path}: the column ${twice} is there twice`)
  if (!known.includes('email') && !known.includes('id')) {
    const first = cells
      .map(({ text }) => text.trim())
      .join(', ')
      .slice(0, 80)
    throw new UsageProblem(`${path}: the first line has to name a column email or id; it is "${first}". Columns: ${COLUMNS.join(', ')}`)
  }
  const unknown = cells.filter(({ text }, index) => header[index] === undefined && text.trim() !== '').map(({ text }) => `"${text.trim()}"`)
  if (unknown.length > 0) notice(`${path}: not known and left out: ${unknown.join(', ')}. Columns: ${COLUMNS.join(', ')}`)
  return header
}

function toRow({ line, cells, problem }: CsvRecord, header: Header): ListRow {
  const row: ListRow = { line, cells: {}, columns: {} }
  for (const [index, column] of header.entries()) {
    if (column === undefined) continue
    row.cells[column] = cells[index]?.text.trim() ?? ''
    row.columns[column] = cells[index]?.column ?? 1
  }
  const extra = cells.slice(header.length).find(({ text }) => text.trim() !== '')
  if (problem) row.problem = problem
  else if (extra) row.problem = { column: extra.column, message: `a cell more than the ${header.length} that the first line names` }
  return row
}
