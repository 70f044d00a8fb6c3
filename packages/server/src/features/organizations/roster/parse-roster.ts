import { decodeBytes } from './decode-bytes.ts'
import { markDuplicates, summarize, WAYS } from './mark-duplicates.ts'
import { readDetails, readerOf, readName, readNames } from './read-person.ts'
import { readTable, type Table, type TableRow } from './read-table.ts'
import { type Column, type RecipientField, type RosterField, type RosterPreview, type RosterValues, type Row, refuseRoster } from './roster.types.ts'

export const ROSTER_FIELDS: ReadonlySet<RecipientField> = new Set<RosterField>(['familyName', 'givenName', 'fullName', 'className', 'email', 'ine', 'birthDate', 'title'])

/** Reads a list of pupils or staff. Pure: what is wrong with a row is told, and nothing is written. */
export function parseRoster(bytes: Uint8Array, { fileName }: { fileName?: string } = {}): RosterPreview {
  const { encoding, text } = decodeBytes(bytes, fileName)
  const table = readTable(text, ROSTER_FIELDS)
  const isNamed = table.columns.some(({ field }) => field === 'familyName' || field === 'fullName')
  if (!isNamed) throw refuseRoster('roster_no_name_column', { columns: table.columns.map(({ header }) => header) })
  const rows = table.rows.map((row) => readRow(row, table))
  markDuplicates(rows, [WAYS.ine, WAYS.email, WAYS.name], table.columns)
  const { separator, headerLine, columns, notices } = table
  return { encoding, separator, headerLine, columns: columns as Column[], notices, rows, summary: summarize(rows) }
}

function readRow(row: TableRow, table: Table): Row<RosterValues> {
  if (row.isBroken) return { line: row.line, values: { familyName: '', givenName: '' }, problems: row.problems }
  const reader = readerOf(row, table)
  const { family, given } = readNames(reader)
  if (family.text === '') reader.report('family_name_missing', 'error', family)
  if (given.text === '') reader.report('given_name_missing', 'error', given)
  const values = { familyName: readName(reader, family, 'family'), givenName: readName(reader, given, 'given'), ...readDetails(reader) }
  return { line: row.line, values, problems: reader.problems }
}
