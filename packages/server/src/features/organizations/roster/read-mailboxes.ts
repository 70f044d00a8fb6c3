import type { Columns } from './build-columns.ts'
import { cleanCell } from './read-cell.ts'
import type { Table, TableRow } from './read-table.ts'
import { LIMITS, refuseRoster } from './roster.types.ts'

const COLUMNS: Columns = [
  { index: 0, header: '', field: 'fullName', isGuessed: true },
  { index: 1, header: '', field: 'email', isGuessed: true },
]

/** Addresses as they are copied from a message: one a line or several, "Name <mail@x>" or bare. Anything else is left to the table. */
export function readMailboxes(text: string): Table | undefined {
  const rows: TableRow[] = []
  const notices: Table['notices'] = [{ code: 'header_missing' }]
  let balance = 0
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const line = written.trim().replace(/^(?:à|a|to|cc|cci|bcc|destinataires?|recipients?)\s*:/i, '')
    if (line === '' && written.trim() !== '') notices.push({ code: 'lines_before_header', lines: [index + 1] })
    for (const mailbox of line.includes('\t') ? [line] : splitMailboxes(line)) {
      const isMailbox = mailbox.includes('@') && (BRACKETED.test(mailbox) || !/[;,\t]/.test(mailbox))
      balance += isMailbox ? 1 : -1
      rows.push({ line: index + 1, cells: readMailbox(mailbox), problems: [], isBroken: false })
    }
    if (rows.length > LIMITS.rows) throw refuseRoster('roster_too_many_rows', { maxRows: LIMITS.rows })
  }
  return balance > 0 ? { separator: null, headerLine: null, columns: COLUMNS, notices, rows } : undefined
}

const BRACKETED = /^([^<>]*)<([^<>]*)>$/

/** At the commas and semicolons that follow an address: the one in "Dupont, Jean <…>" does not. */
function splitMailboxes(line: string): string[] {
  const mailboxes: string[] = []
  let pieces: string[] = []
  let hasAddress = false
  const close = () => {
    const mailbox = pieces.join('').trim()
    if (mailbox !== '') mailboxes.push(mailbox)
    pieces = []
    hasAddress = false
  }
  for (const piece of line.split(/([;,])/)) {
    const isSeparator = piece === ';' || piece === ','
    if (isSeparator && (hasAddress || pieces.length === 0)) close()
    else pieces.push(piece)
    hasAddress ||= piece.includes('@')
  }
  close()
  return mailboxes
}

function readMailbox(mailbox: string): [name: string, address: string] {
  const bracketed = BRACKETED.exec(mailbox)
  if (bracketed) return [unquote(bracketed[1]!), bracketed[2]!]
  const words = cleanCell(mailbox).text.split(' ')
  const at = words.findIndex((word) => word.includes('@'))
  if (at === -1) return ['', mailbox]
  const name = [...words.slice(0, at), ...words.slice(at + 1)].join(' ')
  return [unquote(name), words[at]!]
}

const unquote = (name: string): string => cleanCell(name).text.replace(/^["'«]\s*(.*?)\s*["'»]$/, '$1')
