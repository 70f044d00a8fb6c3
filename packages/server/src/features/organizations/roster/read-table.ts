import { buildColumns, type Columns, guessColumns } from './build-columns.ts'
import { findHeader } from './find-header.ts'
import { LIMITS, type Notice, type Problem, type RecipientField, refuseRoster, type Separator } from './roster.types.ts'
import { SEPARATORS, splitRecords, splitRow, type TextRecord } from './split-records.ts'

/** `isBroken`: the cells could not be told apart, and nothing more is read from them. */
export type TableRow = { line: number; cells: string[]; problems: Problem[]; isBroken: boolean }
export type Table = { separator: Separator | null; headerLine: number | null; columns: Columns; notices: Notice[]; rows: TableRow[] }

type Layout = Pick<Table, 'separator' | 'headerLine' | 'columns'> & { titles: TextRecord[]; body: TextRecord[] }

/** `otherwise` may know better than a guess what a text without a header is. */
export function readTable(text: string, allowed: ReadonlySet<RecipientField>, otherwise?: (text: string) => Table | undefined): Table {
  // Excel's own way of naming the separator, which its evidence will show anyway.
  const records = splitRecords(text.replace(/^"?sep=.?"?(?=\r|\n|$)/i, ''))
  if (records.length === 0) throw refuseRoster('roster_empty')
  const headed = layoutUnderHeader(records, allowed)
  const other = headed === undefined ? otherwise?.(text) : undefined
  if (other !== undefined) return other
  const layout = headed ?? layoutWithoutHeader(records)
  const { separator, headerLine, columns, body } = layout
  if (columns.length > LIMITS.columns) throw refuseRoster('roster_too_many_columns', { maxColumns: LIMITS.columns })
  if (body.length > LIMITS.rows) throw refuseRoster('roster_too_many_rows', { maxRows: LIMITS.rows })
  const headers = columns.map(({ header }) => header).join('\0')
  const rows = body.map((record) => readRow(record, separator, columns.length)).filter(({ cells }) => headerLine === null || cells.join('\0') !== headers)
  return { separator, headerLine, columns, notices: noticesOf(layout, rows), rows }
}

function layoutUnderHeader(records: TextRecord[], allowed: ReadonlySet<RecipientField>): Layout | undefined {
  const header = findHeader(records, allowed)
  if (header === undefined) return undefined
  const { index, separator, cells } = header
  return { separator, headerLine: records[index]!.line, columns: buildColumns(cells, allowed), titles: records.slice(0, index), body: records.slice(index + 1) }
}

function layoutWithoutHeader(records: TextRecord[]): Layout {
  const sample = records.slice(0, 200)
  const [best] = SEPARATORS.map((separator) => {
    const counts = new Map<number, number>()
    for (const record of sample) {
      const count = trimmed(splitRow(record, separator), 1).length
      if (count > 1) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    const [cells, rows] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
    return { separator, cells, rows }
  }).sort((a, b) => b.rows - a.rows || b.cells - a.cells)
  const isTable = best !== undefined && best.rows > 0
  const separator = isTable ? best.separator : null
  const count = isTable ? best.cells : 1
  const first = isTable ? records.findIndex((record) => SEPARATORS.some((other) => trimmed(splitRow(record, other), 1).length > 1)) : 0
  const body = records.slice(first)
  const columns = guessColumns(
    body.slice(0, 200).map((record) => readRow(record, separator, count).cells),
    count,
  )
  return { separator, headerLine: null, columns, titles: records.slice(0, first), body }
}

function noticesOf({ headerLine, titles }: Layout, rows: TableRow[]): Notice[] {
  const notices: Notice[] = []
  if (headerLine === null) notices.push({ code: 'header_missing' })
  if (titles.length > 0) notices.push({ code: 'lines_before_header', lines: titles.map(({ line }) => line) })
  const mixed = rows.filter(({ problems }) => problems.some(({ code }) => code === 'other_separator' || code === 'separator_unclear'))
  if (mixed.length > 0) notices.push({ code: 'mixed_separators', lines: mixed.map(({ line }) => line) })
  return notices
}

function readRow(record: TextRecord, separator: Separator | null, count: number): TableRow {
  const row = (cells: string[], code?: Problem['code'], severity: Problem['severity'] = 'error'): TableRow => {
    const value = record.text.slice(0, LIMITS.cell)
    const problems: Problem[] = code === undefined ? [] : [{ line: record.line, column: '', code, severity, value }]
    return { line: record.line, cells, problems, isBroken: code !== undefined && severity === 'error' }
  }
  if (record.isTooLong) return row([], 'line_too_long')
  if (record.isUnclosed) return row([], 'quote_unclosed')
  const cells = trimmed(splitRow(record, separator), count)
  if (cells.length === count) return row(cells)

  const others = SEPARATORS.filter((other) => other !== separator).map((other) => trimmed(splitRow(record, other), count))
  const readable = others.filter((found) => found.length === count)
  if (readable.length === 1 && cells.length === 1) return row(readable[0]!, 'other_separator', 'warning')
  if (cells.length > count) return row([], readable.length > 0 ? 'separator_unclear' : 'extra_cells')
  // Cut by two separators at once, a row that seems short may well be a full one whose cells have slipped.
  const isCutOtherwise = others.some((found) => found.length > 1)
  if (isCutOtherwise && (cells.length === 1 || record.text.split(/[;,\t]/).length >= count)) return row([], 'separator_unclear')
  return row([...cells, ...Array<string>(count - cells.length).fill('')], 'missing_cells', 'warning')
}

function trimmed(cells: string[], count: number): string[] {
  const kept = cells.map((cell) => cell.trim())
  while (kept.length > count && kept.at(-1) === '') kept.pop()
  return kept
}
