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
  let number = 1
  // One match at a time: two million empty lines would otherwise be two million strings.
  for (const [written] of text.matchAll(/[^\r\n]+|\r\n|\r|\n/g)) {
    if (written === '\n' || written === '\r' || written === '\r\n') {
      number += 1
      continue
    }
    const line = written.trim().replace(/^(?:à|a|to|cc|cci|bcc|destinataires?|recipients?)\s*:/i, '')
    if (line === '' && written.trim() !== '') notices.push({ code: 'lines_before_header', lines: [number] })
    for (const mailbox of line.includes('\t') ? [line] : splitMailboxes(line)) {
      const isMailbox = mailbox.includes('@') && (BRACKETED.test(mailbox) || !/[;,\t]/.test(mailbox))
      balance += isMailbox ? 1 : -1
      if (rows.length <= LIMITS.rows) rows.push({ line: number, cells: readMailbox(mailbox), problems: [], isBroken: false })
    }
  }
  if (balance > 0 && rows.length > LIMITS.rows) throw refuseRoster('roster_too_many_rows', { maxRows: LIMITS.rows })
  return balance > 0 ? { separator: null, headerLine: null, columns: COLUMNS, notices, rows } : undefined
}

const BRACKETED = /^([^<>]*)<([^<>]*)>$/

/** At the commas and semicolons that follow an address: the one in "Dupont, Jean <…>" does not. */
function splitMailboxes(line: string): string[] {
  const mailboxes: string[] = []
  let start = 0
  let hasAddress = false
  let isBlank = true
  for (let at = 0; at <= line.length; at += 1) {
    const char = line[at]
    const isEnd = char === undefined || ((char === ';' || char === ',') && (hasAddress || isBlank))
    if (isEnd) {
      if (!isBlank) mailboxes.push(line.slice(start, at).trim())
      if (mailboxes.length > LIMITS.rows) return mailboxes
      start = at + 1
      hasAddress = false
      isBlank = true
    } else {
      hasAddress ||= char === '@'
      isBlank &&= char === ' '
    }
  }
  return mailboxes
}

function readMailbox(mailbox: string): [name: string, address: string] {
  const bracketed = BRACKETED.exec(mailbox)
  if (bracketed) return [unquote(bracketed[1]!), bracketed[2]!]
  if (mailbox.length > LIMITS.cell * 2) return ['', mailbox]
  const words = cleanCell(mailbox).text.split(' ')
  const at = words.findIndex((word) => word.includes('@'))
  if (at === -1) return ['', mailbox]
  const name = [...words.slice(0, at), ...words.slice(at + 1)].join(' ')
  return [unquote(name), words[at]!]
}

const unquote = (name: string): string => cleanCell(name).text.replace(/^["'«]\s*(.*?)\s*["'»]$/, '$1')
