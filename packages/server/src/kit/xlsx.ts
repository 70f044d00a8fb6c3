// One table as a workbook: text is text, a day is a day, the head stays where it is.
import writeExcelFile, { type Row } from 'write-excel-file/node'

export type SheetCell = string | { day: string } | null
export type Sheet = {
  name: string
  head: readonly string[]
  rows: readonly (readonly SheetCell[])[]
  /** Columns that stay in view beside the first row. */
  frozenColumns: number
  /** In characters. */
  widths: readonly number[]
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function writeXlsx({ name, head, rows, frozenColumns, widths }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const data: Row[] = [head.map((text) => ({ type: String, value: toXml(text), fontWeight: 'bold' })), ...rows.map((row) => row.map(toCell))]
  const sheet = { sheet: sheetName(name), columns: widths.map((width) => ({ width })), stickyRowsCount: 1, stickyColumnsCount: frozenColumns }
  return new Uint8Array(await writeExcelFile(data, sheet).toBuffer())
}

/** A day as France writes it; text is never a formula, whatever somebody chose as a name. */
function toCell(cell: SheetCell): Row[number] {
  if (cell === null || cell === '') return null
  return typeof cell === 'string' ? { type: String, value: toXml(cell) } : { type: Date, value: new Date(cell.day), format: 'dd/mm/yyyy' }
}

const sheetName = (name: string) =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31) || '1'

/** What XML cannot hold is left out. */
const toXml = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
