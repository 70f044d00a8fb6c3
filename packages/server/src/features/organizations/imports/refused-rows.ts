import type { RosterField } from '../roster/index.ts'
import type { StoredImport } from './get-roster-import.ts'
import type { PlannedRow, RosterRow } from './match-rows.ts'

type Problem = RosterRow['problems'][number]

const FIELDS = ['familyName', 'givenName', 'className', 'email', 'ine', 'birthDate', 'title'] as const

/** The rows that were left out, as a file to correct and import again; its last columns say why, and are ignored on the way back. */
export function writeRefusedRows(
  { preview }: Pick<StoredImport, 'preview'>,
  rows: PlannedRow[],
  words: { headers: Record<(typeof FIELDS)[number] | 'line' | 'reason' | 'text', string>; say(problem: Problem): string },
): string {
  const { headers, say } = words
  const fieldOf = (column: string): RosterField | null => preview?.columns.find(({ header }) => header === column)?.field ?? null
  const refused = rows.filter(({ state }) => state === 'refused')
  const lines = refused.map((row) => {
    const errors = row.problems.filter(({ severity }) => severity === 'error')
    const cells = FIELDS.map((field) => errors.find(({ column, value }) => value !== undefined && column !== '' && fieldOf(column) === field)?.value ?? row.values[field] ?? '')
    const text = errors.find(({ column, value }) => column === '' && value !== undefined)?.value ?? ''
    return [...cells, String(row.line), errors.map(say).join(' '), text]
  })
  const table = [[...FIELDS.map((field) => headers[field]), headers.line, headers.reason, headers.text], ...lines]
  return `\ufeff${table.map((cells) => cells.map(escapeCell).join(';')).join('\r\n')}\r\n`
}

/** A spreadsheet must not run what somebody wrote in a cell. */
function escapeCell(cell: string): string {
  const inert = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
