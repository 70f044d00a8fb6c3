import { type AchievementCredentialInput, identityObject, type JsonObject } from '@boat/openbadges'
import type { CsvRow } from '../csv.ts'

/** What a row says about one recipient, as the credential has it. */
export type Recipient = {
  /** The e-mail address or id by which the list knows the recipient. */
  known: string
  recipient: AchievementCredentialInput['recipient']
  narrative?: string
  evidence?: string
  validUntil?: string
  result?: { resultDescription: string; achievedLevel: string }
}

/** The columns that a list may have. */
export const COLUMNS = ['email', 'id', 'name', 'evidence', 'narrative', 'validUntil', 'level'] as const

/** A wrong cell: `column` is where it begins in its line. */
export class RowProblem extends Error {
  override name = 'RowProblem'
  column: number
  constructor(column: number, message: string) {
    super(message)
    this.column = column
  }
}

/** Reads one row. Throws RowProblem. */
export function readRow(row: CsvRow, achievement: JsonObject, makeSalt: () => string): Recipient {
  const { cells, columns } = row
  const fail = (name: string, message: string): never => {
    throw new RowProblem(columns[name] ?? 1, `${name}: ${message}`)
  }
  if (row.problem) throw new RowProblem(row.problem.column, row.problem.message)
  const { email = '', id = '', name = '', evidence = '', narrative = '', validUntil = '', level = '' } = cells
  if (email === '' && id === '') fail('email', 'an email or an id is needed')
  if (email !== '' && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email)) fail('email', `"${email}" is not an e-mail address`)
  if (id !== '' && !/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(id)) fail('id', `"${id}" is not a URI (did:…, https:…, urn:…)`)
  if (evidence !== '' && !/^https?:\/\/[^\s<>"{}|\\^`]+$/.test(evidence)) fail('evidence', `"${evidence}" is not a web address`)
  const identifier = [
    ...(email === '' ? [] : [identityObject({ type: 'emailAddress', value: email, salt: makeSalt() })]),
    ...(name === '' ? [] : [identityObject({ type: 'name', value: name })]),
  ]
  return {
    known: email || id,
    recipient: { ...(id === '' ? {} : { id }), ...(identifier.length > 0 ? { identifier } : {}) },
    ...(narrative === '' ? {} : { narrative }),
    ...(evidence === '' ? {} : { evidence }),
    ...(validUntil === '' ? {} : { validUntil: readDate(validUntil) ?? fail('validUntil', `"${validUntil}" is not a date; write it as 2027-06-30`) }),
    ...(level === '' ? {} : { result: findLevel(level, achievement) ?? fail('level', `the achievement has no level "${level}"`) }),
  }
}

/** A day lasts until its end, in UTC. A date that does not exist is none. */
function readDate(text: string): string | undefined {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59Z` : text
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(moment) || Number.isNaN(Date.parse(moment))) return undefined
  const day = new Date(`${moment.slice(0, 10)}T00:00:00Z`)
  return day.toISOString().startsWith(moment.slice(0, 10)) ? moment : undefined
}

/** A level by its id, its name or its number. */
function findLevel(level: string, achievement: JsonObject): Recipient['result'] {
  const list = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value]) as JsonObject[]
  for (const description of list(achievement.resultDescription)) {
    const found = list(description.rubricCriterionLevel).find((candidate) => [candidate.id, candidate.name, candidate.level].includes(level))
    if (found) return { resultDescription: String(description.id), achievedLevel: String(found.id) }
  }
  return undefined
}
