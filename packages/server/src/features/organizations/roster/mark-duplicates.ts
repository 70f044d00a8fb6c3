import { looksLikeIne } from './read-cell.ts'
import { fold } from './recognize-column.ts'
import type { Column, Preview, ProblemCode, RecipientField, RecipientValues, Row } from './roster.types.ts'

type Rows = Row<RecipientValues>[]
type Way = { code: ProblemCode; field: RecipientField; keyOf: (values: RecipientValues) => string | undefined }

export const WAYS = {
  ine: { code: 'duplicate_ine', field: 'ine', keyOf: ({ ine }) => (ine !== undefined && looksLikeIne(ine) ? ine : undefined) },
  email: { code: 'duplicate_email', field: 'email', keyOf: ({ email }) => email },
  name: { code: 'duplicate_name', field: 'familyName', keyOf: nameKey },
} satisfies Record<string, Way>

/** In a list of recipients the name tells apart only those who have no address. */
export const BY_NAME_ALONE: Way = { ...WAYS.name, keyOf: (values) => (values.email === undefined ? nameKey(values) : undefined) }

function nameKey({ familyName, givenName, name, className, birthDate }: RecipientValues): string | undefined {
  const whole = name ?? `${familyName ?? ''} ${givenName ?? ''}`
  if (whole.trim() === '') return undefined
  return [fold(whole).split(' ').sort().join(' '), fold(className ?? ''), birthDate ?? ''].join('|')
}

/** Points each repeated row at the first one that is fit to be read; a refused row is nobody's original. */
export function markDuplicates(rows: Rows, ways: Way[], columns: Column<RecipientField>[]): void {
  const headerOf = (field: RecipientField) => columns.find((column) => column.field === field)?.header
  const firsts = new Map<string, Row<RecipientValues>>()
  for (const row of rows) {
    if (isRefused(row)) continue
    const keys = ways.flatMap((way) => {
      const key = way.keyOf(row.values)
      return key === undefined ? [] : [{ way, key: `${way.code}:${key}` }]
    })
    for (const { way, key } of keys) {
      const first = firsts.get(key)
      if (first === undefined) continue
      const column = headerOf(way.field) ?? headerOf('fullName') ?? ''
      // Brothers and sisters often share their parents' address: two national identifiers are two people.
      const areTwoPeople = way.field !== 'ine' && differ(WAYS.ine.keyOf(first.values), WAYS.ine.keyOf(row.values))
      if (areTwoPeople && way.field === 'email') row.problems.push({ line: row.line, column, code: 'email_shared', severity: 'warning', value: row.values.email! })
      if (areTwoPeople) continue
      row.duplicateOf = first.line
      row.problems.push({ line: row.line, column, code: way.code, severity: 'warning' })
      break
    }
    if (row.duplicateOf === undefined) for (const { key } of keys) if (!firsts.has(key)) firsts.set(key, row)
  }
}

const differ = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b

export const isRefused = ({ problems }: Row<unknown>): boolean => problems.some(({ severity }) => severity === 'error')

export function summarize(rows: Row<unknown>[]): Preview<unknown>['summary'] {
  const refused = rows.filter(isRefused).length
  const duplicates = rows.filter((row) => row.duplicateOf !== undefined).length
  return { total: rows.length, ready: rows.length - refused - duplicates, refused, duplicates }
}
