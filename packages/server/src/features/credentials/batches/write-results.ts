import type { TFunction } from 'i18next'
import type { Ctx } from '#ctx'
import { credentialUrl } from '../build-credential.ts'
import type { Batch } from './get-batch.ts'

/** What became of each row, for a spreadsheet: semicolons and a BOM, as the French ones expect. */
export function writeResults(ctx: Ctx, { rows }: Batch, t: TFunction): string {
  const header = ['line', 'name', 'email', 'state', 'problem', 'link'].map((column) => t(`credentials:csv.${column}`))
  const lines = rows.map((row) => [
    String(row.line ?? row.position + 1),
    row.name,
    row.email ?? '',
    t(`credentials:row_state.${row.state}`),
    row.problems.map(({ code }) => t([`credentials:problems.${code}`, `credentials:errors.${code}`, 'credentials:problems.row_invalid'])).join(' '),
    row.credentialId ? credentialUrl(ctx, row.credentialId) : '',
  ])
  return `\uFEFF${[header, ...lines].map((cells) => cells.map(writeCell).join(';')).join('\r\n')}\r\n`
}

/** A cell that a spreadsheet would compute is made text, then quoted. */
function writeCell(value: string): string {
  const text = /^[\s\p{C}]*[=+\-@＝＋－＠|%]/u.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}
