import { decodeBytes } from './decode-bytes.ts'
import { BY_NAME_ALONE, markDuplicates, summarize, WAYS } from './mark-duplicates.ts'
import { splitFullName } from './normalize-name.ts'
import { ROSTER_FIELDS } from './parse-roster.ts'
import { readDate, readWebAddress } from './read-cell.ts'
import { readMailboxes } from './read-mailboxes.ts'
import { type Reader, readDetails, readerOf, readName } from './read-person.ts'
import { readTable, type Table, type TableRow } from './read-table.ts'
import { LIMITS, type RecipientField, type RecipientPreview, type RecipientValues, type Row, refuseRoster } from './roster.types.ts'

const RECIPIENT_FIELDS: ReadonlySet<RecipientField> = new Set<RecipientField>([...ROSTER_FIELDS, 'evidence', 'narrative', 'validUntil', 'level'])

/** Reads who is to receive a badge, from a file or from what was pasted: a table, or addresses as a message holds them. */
export function parseRecipients(input: Uint8Array | string, { fileName }: { fileName?: string } = {}): RecipientPreview {
  const { encoding, text } = typeof input === 'string' ? pasted(input) : decodeBytes(input, fileName)
  const table = readTable(text, RECIPIENT_FIELDS, readMailboxes)
  const isNamed = table.columns.some(({ field }) => field === 'email' || field === 'fullName' || field === 'familyName' || field === 'givenName')
  if (!isNamed) throw refuseRoster('roster_no_name_column', { columns: table.columns.map(({ header }) => header) })
  const rows = table.rows.map((row) => readRow(row, table))
  markDuplicates(rows, [WAYS.ine, WAYS.email, BY_NAME_ALONE], table.columns)
  const { separator, headerLine, columns, notices } = table
  return { encoding, separator, headerLine, columns, notices, rows, summary: summarize(rows) }
}

function pasted(text: string): { encoding: null; text: string } {
  if (text.length > LIMITS.bytes) throw refuseRoster('roster_too_large', { maxBytes: LIMITS.bytes })
  return { encoding: null, text: text.replace(/^\ufeff/, '').replaceAll('\0', '') }
}

function readRow(row: TableRow, table: Table): Row<RecipientValues> {
  if (row.isBroken) return { line: row.line, values: {}, problems: row.problems }
  const reader = readerOf(row, table)
  const values: RecipientValues = { ...readRecipientName(reader), ...readDetails(reader), ...readAward(reader) }
  const hasEmailColumn = table.columns.some(({ field }) => field === 'email')
  const hasBadEmail = reader.problems.some(({ code }) => code === 'email_invalid')
  if (values.email === undefined && !hasBadEmail) {
    const cell = reader.cell('email')
    if (values.name === undefined && values.ine === undefined) reader.report('recipient_missing', 'error', cell)
    else if (hasEmailColumn) reader.report('email_missing', 'warning', cell)
  }
  return { line: row.line, values, problems: reader.problems }
}

/** A whole name is split only where capitals or a comma show how; what is shown needs no split. */
function readRecipientName(reader: Reader): Pick<RecipientValues, 'name' | 'familyName' | 'givenName'> {
  const full = reader.cell('fullName')
  const split = full.text === '' ? undefined : splitFullName(full.text, true)
  if (split?.isGuessed || split?.givenName === '') return { name: readName(reader, full, 'given') }
  const familyName = readName(reader, split ? { ...full, text: split.familyName } : reader.cell('familyName'), 'family')
  const givenName = readName(reader, split ? { ...full, text: split.givenName } : reader.cell('givenName'), 'given')
  const name = `${givenName} ${familyName}`.trim()
  return { ...(name === '' ? {} : { name }), ...(familyName === '' ? {} : { familyName }), ...(givenName === '' ? {} : { givenName }) }
}

function readAward(reader: Reader): Pick<RecipientValues, 'evidence' | 'narrative' | 'validUntil' | 'level'> {
  const [evidence, narrative, until] = [reader.cell('evidence'), reader.cell('narrative'), reader.cell('validUntil')]
  const level = reader.cell('level').text
  const url = readWebAddress(evidence.text)
  if (evidence.text !== '' && url === undefined) reader.report('evidence_invalid', 'error', evidence)
  const validUntil = readDate(until.text)?.date
  if (until.text !== '' && validUntil === undefined) reader.report('valid_until_invalid', 'error', until)
  return {
    ...(url === undefined ? {} : { evidence: url }),
    ...(narrative.text === '' ? {} : { narrative: narrative.text }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(level === '' ? {} : { level }),
  }
}
