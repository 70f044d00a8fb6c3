import { type AchievementCredentialInput, identityObject, type JsonObject } from '@boat/openbadges'
import type { Column, ListRow } from './read-list.ts'

/** What a row says about one recipient, as the credential has it. The name stays out: it is for the issuer alone. */
export type Recipient = {
  recipient: AchievementCredentialInput['recipient']
  narrative?: string
  evidence?: string
  validUntil?: string
  result?: { resultDescription: string; achievedLevel: string }
}

/** What a row is read with. */
export type RowContext = { achievement: JsonObject; now: Date; makeSalt: () => string }

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
export function readRow(row: ListRow, { achievement, now, makeSalt }: RowContext): Recipient {
  const { cells, columns } = row
  const fail = (name: Column, message: string): never => {
    throw new RowProblem(columns[name] ?? 1, `${name}: ${message}`)
  }
  if (row.problem) throw new RowProblem(row.problem.column, row.problem.message)
  const { email = '', id = '', evidence = '', narrative = '', validUntil = '', level = '' } = cells
  for (const [name, text] of Object.entries(cells) as [Column, string][]) {
    if (/[\uFFFD\0]/.test(text) || !text.isWellFormed()) fail(name, 'holds a letter that cannot be read; save the list as UTF-8')
  }
  if (email === '' && id === '') fail(columns.email === undefined ? 'id' : 'email', 'an email or an id is needed')
  if (email !== '' && !/^[^\s\p{C}@<>"(),;:]+@[^\s\p{C}@<>"(),;:]+\.[^\s\p{C}@<>"(),;:.]+$/u.test(email)) fail('email', `"${email}" is not an e-mail address`)
  if (id !== '' && !/^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{C}<>"{}|\\^`]+$/u.test(id)) fail('id', `"${id}" is not a URI (did:…, https:…, urn:…)`)
  if (evidence !== '' && !(/^https?:\/\/[^\s\p{C}<>"{}|\\^`]+$/u.test(evidence) && URL.canParse(evidence))) fail('evidence', `"${evidence}" is not a web address (https://…)`)
  const until = validUntil === '' ? undefined : (readDate(validUntil) ?? fail('validUntil', `"${validUntil}" is not a date; write it as 2027-06-30`))
  if (until !== undefined && Date.parse(until) < now.getTime()) fail('validUntil', `"${validUntil}" is over before the badge is issued`)
  return {
    recipient: { ...(id === '' ? {} : { id }), ...(email === '' ? {} : { identifier: [identityObject({ type: 'emailAddress', value: email, salt: makeSalt() })] }) },
    ...(narrative === '' ? {} : { narrative }),
    ...(evidence === '' ? {} : { evidence }),
    ...(until === undefined ? {} : { validUntil: until }),
    ...(level === ''
      ? {}
      : { result: findLevel(level, achievement) ?? fail('level', `"${level}" is none of the achievement's levels: ${levelsOf(achievement).join(', ') || 'it has none'}`) }),
  }
}

/** A day lasts until its end, in UTC. A date that does not exist is none. */
function readDate(text: string): string | undefined {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59Z` : text
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(moment) || Number.isNaN(Date.parse(moment))) return undefined
  const day = new Date(`${moment.slice(0, 10)}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(moment.slice(0, 10)) ? moment : undefined
}

const list = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value]) as JsonObject[]

/** A level by its id, its name or its number. */
function findLevel(level: string, achievement: JsonObject): Recipient['result'] {
  for (const description of list(achievement.resultDescription)) {
    const found = list(description.rubricCriterionLevel).find(({ id, name, level: number }) => [id, name, number].some((known) => known !== undefined && String(known) === level))
    if (found) return { resultDescription: String(description.id), achievedLevel: String(found.id) }
  }
  return undefined
}

function levelsOf(achievement: JsonObject): string[] {
  return list(achievement.resultDescription).flatMap((description) => list(description.rubricCriterionLevel).map(({ id, name, level }) => String(name ?? level ?? id)))
}
