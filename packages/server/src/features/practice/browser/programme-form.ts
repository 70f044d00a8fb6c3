// The form of a programme as texts by name, whether or not scripts run: rows by number, badges in their order.
import { proposeTerms, shiftPeriods } from './school-years.ts'

export type Values = Record<string, string>
type Row = { name: string; startsOn: string; endsOn: string; required: string | number; periodId?: string }
const PERIOD_FIELDS = ['id', 'name', 'startsOn', 'endsOn', 'required'] as const
const RULE_FIELDS = ['badge', 'first'] as const

type Written = {
  name: string
  description: string
  schoolYear: string
  badges: readonly { achievementId: string; requiredIds: readonly string[] }[]
  periods: readonly Row[]
  cohortIds: readonly string[]
  teacherIds: readonly string[]
}

export const programmeValues = ({ name, description, schoolYear, badges, periods, cohortIds, teacherIds }: Written): Values => ({
  name,
  description,
  schoolYear,
  ...ticks(
    'badge',
    badges.map(({ achievementId }) => achievementId),
  ),
  ...numbered(
    'rule',
    badges.flatMap(({ achievementId, requiredIds }) => requiredIds.map((first) => ({ badge: achievementId, first }))),
  ),
  ...periodValues(periods),
  ...ticks('cohort', cohortIds),
  ...ticks('teacher', teacherIds),
})

export const periodValues = (periods: readonly Row[]): Values =>
  numbered(
    'period',
    periods.map(({ periodId = '', required, ...texts }) => ({ id: periodId, ...texts, required: String(required) })),
  )

const ticks = (kind: string, ids: readonly string[]): Values => Object.fromEntries(ids.map((id) => [`${kind}.${id}`, 'on']))
const numbered = (kind: string, rows: readonly Record<string, string>[]): Values =>
  Object.fromEntries(rows.flatMap((row, place) => Object.entries(row).map(([field, text]) => [`${kind}.${place}.${field}`, text])))

/** The ids that are ticked, in the order of the form. */
export const ticked = (values: Values, kind: 'badge' | 'cohort' | 'teacher'): string[] =>
  Object.keys(values)
    .filter((name) => name.startsWith(`${kind}.`))
    .map((name) => name.slice(kind.length + 1))

/** The numbers of the rows, as they follow each other. */
export function rowNumbers(values: Values, kind: 'period' | 'rule'): number[] {
  const numbers = Object.keys(values).flatMap((name) => new RegExp(`^${kind}\\.(\\d{1,3})\\.`).exec(name)?.[1] ?? [])
  return [...new Set(numbers.map(Number))].sort((one, other) => one - other)
}

export const readRows = (values: Values, kind: 'period' | 'rule'): Values[] => {
  const fields: readonly string[] = kind === 'period' ? PERIOD_FIELDS : RULE_FIELDS
  return rowNumbers(values, kind).map((row) => Object.fromEntries(fields.map((field) => [field, values[`${kind}.${row}.${field}`]?.trim() ?? ''])))
}

/** As the verbs want it; what was typed wrongly is theirs to say. */
export function readProgramme(values: Values) {
  const rules = readRows(values, 'rule').filter(({ badge, first }) => badge && first)
  return {
    name: values['name'] ?? '',
    description: values['description'] ?? '',
    schoolYear: values['schoolYear'] ?? '',
    badges: ticked(values, 'badge').map((achievementId) => ({ achievementId, requiredIds: rules.filter(({ badge }) => badge === achievementId).map(({ first }) => first!) })),
    periods: readRows(values, 'period').map(({ id, name, startsOn, endsOn, required }) => ({
      ...(id && { periodId: id }),
      name: name!,
      startsOn: startsOn!,
      endsOn: endsOn!,
      // Nothing typed is no number: zero badges is said as 0.
      required: required || Number.NaN,
    })),
    cohortIds: ticked(values, 'cohort'),
    teacherIds: ticked(values, 'teacher'),
  }
}

/** The form again after one of its buttons, where no script ran; undefined for the button that saves. */
export function changeForm(intent: string, values: Values): Values | undefined {
  const [verb, which = ''] = intent.split(':')
  const rows = (kind: 'period' | 'rule') => readRows(values, kind)
  const at = Number(which)
  switch (verb) {
    case 'add-period':
      return { ...without(values, 'period'), ...numbered('period', [...rows('period'), nextPeriod(rows('period'))]) }
    case 'remove-period':
      return {
        ...without(values, 'period'),
        ...numbered(
          'period',
          rows('period').filter((_, place) => place !== at),
        ),
      }
    case 'add-rule':
      return { ...without(values, 'rule'), ...numbered('rule', [...rows('rule'), { badge: '', first: '' }]) }
    case 'remove-rule':
      return {
        ...without(values, 'rule'),
        ...numbered(
          'rule',
          rows('rule').filter((_, place) => place !== at),
        ),
      }
    case 'raise-badge': {
      const ids = ticked(values, 'badge')
      return { ...without(values, 'badge'), ...ticks('badge', raiseAbove(ids, which, ids[ids.indexOf(which) - 1])) }
    }
    default:
      return undefined
  }
}

const without = (values: Values, kind: string): Values => Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`${kind}.`)))

/** Up the list, to the place of another one; the first stays. */
export function raiseAbove(ids: readonly string[], id: string, above: string | undefined): string[] {
  if (above === undefined) return [...ids]
  const others = ids.filter((other) => other !== id)
  return others.toSpliced(others.indexOf(above), 0, id)
}

/** It begins when the one before has ended, and asks for as many badges. */
export function nextPeriod(rows: readonly Values[]): Values {
  const last = rows.at(-1)
  const ends = new Date(`${last?.['endsOn'] ?? ''}T00:00:00Z`)
  const startsOn = Number.isNaN(ends.getTime()) ? '' : new Date(ends.getTime() + 86_400_000).toISOString().slice(0, 10)
  return { id: '', name: '', startsOn, endsOn: '', required: last?.['required'] ?? '2' }
}

/** The same days of another school year; what is no day stays as it was typed. */
export const moveToYear = (rows: readonly Values[], from: string, to: string): Values[] =>
  rows.map((row) => {
    const isDay = (text: string | undefined) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')
    if (!isDay(row['startsOn']) || !isDay(row['endsOn'])) return row
    const [moved] = shiftPeriods([{ periodId: '', name: '', startsOn: row['startsOn']!, endsOn: row['endsOn']!, required: 0 }], from, to)
    return { ...row, startsOn: moved!.startsOn, endsOn: moved!.endsOn }
  })

/** What a new programme starts from. */
export const firstValues = ({ schoolYear, termNames, teacherId }: { schoolYear: string; termNames: readonly [string, string, string]; teacherId: string }): Values => ({
  ...programmeValues({ name: '', description: '', schoolYear, badges: [], periods: proposeTerms(schoolYear, termNames), cohortIds: [], teacherIds: [teacherId] }),
})
