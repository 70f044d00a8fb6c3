import { normalizeName, splitFullName } from './normalize-name.ts'
import { cleanCell, looksGarbled, looksLikeFormula, readDate, readEmail, readIne } from './read-cell.ts'
import type { Table, TableRow } from './read-table.ts'
import { recognizeColumn } from './recognize-column.ts'
import { LIMITS, type Problem, type ProblemCode, type RecipientField, type RosterValues } from './roster.types.ts'

export type Cell = { text: string; column: string }
export type Reader = {
  problems: Problem[]
  cell(field: RecipientField): Cell
  report(code: ProblemCode, severity: Problem['severity'], cell: Cell): void
}

/** Reads the cells of one row by field, and gathers what is wrong with them on the way. */
export function readerOf(row: TableRow, { columns }: Table): Reader {
  const problems = [...row.problems]
  const report: Reader['report'] = (code, severity, { text, column }) => {
    problems.push({ line: row.line, column, code, severity, ...(text === '' ? {} : { value: text.slice(0, LIMITS.cell) }) })
  }
  const cell = (field: RecipientField): Cell => {
    const own = columns.filter((column) => column.field === field).sort((a, b) => Number(a.isFallback ?? false) - Number(b.isFallback ?? false))
    for (const { index, header } of own) {
      const { text, hadHidden } = cleanCell(row.cells[index] ?? '')
      if (text === '') continue
      const found = { text, column: header }
      const limit = field === 'narrative' ? LIMITS.narrative : field === 'evidence' ? LIMITS.url : LIMITS.cell
      if (text.length > limit) {
        report('cell_too_long', 'error', found)
        return { text: text.slice(0, limit), column: header }
      }
      if (hadHidden) report('hidden_characters', 'warning', found)
      if (looksGarbled(text)) report('garbled_text', 'warning', found)
      if (looksLikeFormula(text)) report('formula_like', 'warning', found)
      return found
    }
    return { text: '', column: own[0]?.header ?? '' }
  }
  return { problems, cell, report }
}

export function readNames(reader: Reader): { family: Cell; given: Cell; full: Cell } {
  const full = reader.cell('fullName')
  if (full.text === '') return { family: reader.cell('familyName'), given: reader.cell('givenName'), full }
  const split = splitFullName(full.text, recognizeColumn(full.column)?.givenFirst ?? false)
  if (split.isGuessed) reader.report('name_split_guessed', 'warning', full)
  return { family: { ...full, text: split.familyName }, given: { ...full, text: split.givenName }, full }
}

export function readName(reader: Reader, cell: Cell, part: 'family' | 'given'): string {
  const isName = /\p{L}/u.test(cell.text)
  if (cell.text !== '' && (!isName || /[\d@<>{}|\\^~]/.test(cell.text))) reader.report('name_unusual', isName ? 'warning' : 'error', cell)
  return normalizeName(cell.text, part)
}

/** Everything of a person but the name. */
export function readDetails(reader: Reader): Omit<RosterValues, 'familyName' | 'givenName'> {
  const [className, title] = [reader.cell('className').text, reader.cell('title').text]
  const [email, ine, birthDate] = [readAddress(reader), readNationalId(reader), readBirthDate(reader)]
  return {
    ...(className === '' ? {} : { className }),
    ...(email === undefined ? {} : { email }),
    ...(ine === undefined ? {} : { ine }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(title === '' ? {} : { title }),
  }
}

function readAddress(reader: Reader): string | undefined {
  const cell = reader.cell('email')
  if (cell.text === '') return undefined
  const email = readEmail(cell.text)
  if (email === undefined) reader.report('email_invalid', 'error', cell)
  return email
}

function readNationalId(reader: Reader): string | undefined {
  const cell = reader.cell('ine')
  if (cell.text === '') return undefined
  const { ine, isUsual } = readIne(cell.text)
  if (!isUsual) reader.report('ine_unusual', 'warning', cell)
  return ine
}

// A wrong birth date would decide wrongly who is a minor: the row waits until somebody has corrected it.
function readBirthDate(reader: Reader): string | undefined {
  const cell = reader.cell('birthDate')
  if (cell.text === '') return undefined
  const found = readDate(cell.text)
  if (found === undefined) reader.report('birth_date_invalid', 'error', cell)
  else if (found.isGuessed) reader.report('birth_date_guessed', 'warning', cell)
  return found?.date
}
