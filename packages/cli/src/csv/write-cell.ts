/** A cell for a CSV file: quoted where it must be, and never a formula to the spreadsheet that opens it. */
export function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
