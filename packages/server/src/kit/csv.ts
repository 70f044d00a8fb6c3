// Tables for spreadsheets: UTF-8 with its mark, and semicolons, as Excel opens them in French.

export const writeCsv = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map((cells) => cells.map(escapeCell).join(';')).join('\r\n')}\r\n`

/** A spreadsheet must not run what somebody chose as a name. */
function escapeCell(cell: string): string {
  const inert = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
