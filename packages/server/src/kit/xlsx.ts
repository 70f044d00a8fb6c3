// One table as a workbook (Office Open XML, ECMA-376): text is text, a day is a day, the head stays where it is.
import { zip } from './zip.ts'

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

const BOLD = 1
const DAY = 2
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export function writeXlsx(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${['workbook:sheet.main', 'worksheets/sheet1:worksheet', 'styles:styles'].map(overrideOf).join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${toXml(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': worksheet(sheet),
  }
  return zip(Object.entries(files).map(([name, xml]) => ({ name, bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`) })))
}

function overrideOf(part: string): string {
  const [path, type] = part.split(':')
  return `<Override PartName="/xl/${path}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
}

const relations = (targets: [type: string, target: string][]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** Plain; bold; a day as the reader's own country writes it (format 14). */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`

function worksheet({ head, rows, frozenColumns, widths }: Sheet): string {
  const corner = `${columnName(frozenColumns)}2`
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')
  const lines = [head.map((text) => cell(text, BOLD)), ...rows.map((row) => row.map((value) => (typeof value === 'string' ? cell(value) : dayCell(value))))]
  const data = lines.map((cells, i) => `<row r="${i + 1}">${cells.map((write, column) => write(`${columnName(column)}${i + 1}`)).join('')}</row>`).join('')
  const pane = `<pane${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''} ySplit="1" topLeftCell="${corner}" activePane="${frozenColumns > 0 ? 'bottomRight' : 'bottomLeft'}" state="frozen"/>`
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns}</cols><sheetData>${data}</sheetData></worksheet>`
}

/** An inline string is never a formula, whatever somebody chose as a name. */
const cell =
  (text: string, style = 0) =>
  (at: string) =>
    text === '' ? '' : `<c r="${at}" t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${toXml(text)}</t></is></c>`

const dayCell = (value: { day: string } | null) => (at: string) => (value === null ? '' : `<c r="${at}" s="${DAY}"><v>${daysSince1900(value.day)}</v></c>`)

/** Serial dates count from 30 December 1899. */
const daysSince1900 = (day: string) => Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000)

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

const sheetName = (name: string) =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31) || '1'

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML cannot hold is left out. */
const toXml = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"]/g, (sign) => NAMED[sign]!)
