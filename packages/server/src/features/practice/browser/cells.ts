// The grid in few letters: one for each pupil and badge, so that a whole year level travels and draws at once.
import type { CellState } from '../practice.schema.ts'

export type GridRemark = { remarkId: string; text: string }
export type GridBadge = { achievementId: string; name: string; levels: { id: string; name: string }[]; remarks: GridRemark[] }
/** The period somebody works for. `ownEnd`: somebody who was given more time. */
export type RowPeriod = { periodId: string; done: number; required: number; ownEnd: string | null }
export type GridRow = {
  personId: string
  givenName: string
  familyName: string
  /** Places in `cohorts`. */
  cohorts: number[]
  cells: string
  /** The attempts that wait, by the place of the badge. */
  waiting: Record<number, string> | null
  period: RowPeriod | null
  hasBegun: boolean
}
export type GridPeriod = { periodId: string; name: string; endsOn: string; required: number }
export type Grid = { readAt: string; badges: GridBadge[]; cohorts: string[]; periods: GridPeriod[]; currentId: string | null; rows: GridRow[] }
/** Who somebody is and in which class stays what it was when the page was opened. */
export type RowChange = Omit<GridRow, 'givenName' | 'familyName' | 'cohorts'>
export type GridChanges = { rows: RowChange[] }

const LETTERS: Record<CellState, string> = { none: '.', ready: 'r', 'to-rework': 'w', passed: 'v' }
const STATES = new Map(Object.entries(LETTERS).map(([state, letter]) => [letter, state as CellState]))
/** Passed at the first level, the second …: capitals. */
const FIRST_LEVEL = 'A'.charCodeAt(0)

/** `level`: the place of the level among those of the badge, or -1. */
export const letterOf = (state: CellState, level: number): string => (state === 'passed' && level >= 0 ? String.fromCharCode(FIRST_LEVEL + level) : LETTERS[state])

export const stateOf = (letter: string): CellState => STATES.get(letter) ?? 'passed'

export function levelOf(letter: string, { levels }: GridBadge): { id: string; name: string } | undefined {
  return STATES.has(letter) ? undefined : levels[letter.charCodeAt(0) - FIRST_LEVEL]
}

/** Nothing more to say: held, and at the highest level where there are levels. */
export const isFinished = (letter: string, badge: GridBadge): boolean =>
  stateOf(letter) === 'passed' && (badge.levels.length === 0 || levelOf(letter, badge)?.id === badge.levels.at(-1)!.id)

export const SHOWN = ['all', 'ready', 'not-begun'] as const
export type Shown = (typeof SHOWN)[number]
export type GridFilter = { cohort: string; name: string; shown: Shown }

/** What the address asks the grid for; the same goes into the files that are made of it. */
export function readFilter(search: URLSearchParams): GridFilter {
  const shown = search.get('shown') as Shown
  return { cohort: search.get('cohort') ?? '', name: search.get('name') ?? '', shown: SHOWN.includes(shown) ? shown : 'all' }
}

/** `?cohort=…`, or nothing when nothing is asked. */
export function searchOf({ cohort, name, shown }: GridFilter, more: Record<string, string> = {}): string {
  const search = new URLSearchParams(Object.entries({ cohort, name, shown: shown === 'all' ? '' : shown, ...more }).filter(([, value]) => value !== '')).toString()
  return search && `?${search}`
}

/** In their order, which is that of family names. */
export function filterRows({ rows, cohorts }: Pick<Grid, 'rows' | 'cohorts'>, { cohort, name, shown }: GridFilter): GridRow[] {
  const place = cohorts.indexOf(cohort)
  const wanted = fold(name).split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (place < 0 || row.cohorts.includes(place)) &&
      (shown !== 'ready' || row.cells.includes(LETTERS.ready)) &&
      (shown !== 'not-begun' || !row.hasBegun) &&
      (wanted.length === 0 || startsWithAll(fold(`${row.familyName} ${row.givenName}`).split(/[\s'’-]+/), wanted)),
  )
}

const startsWithAll = (words: string[], wanted: string[]) => wanted.every((start) => words.some((word) => word.startsWith(start)))

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Rows that changed take the place of what they were; somebody new waits for the next visit. */
export function withChanges(rows: GridRow[], changes: RowChange[]): GridRow[] {
  const changed = new Map(changes.map((row) => [row.personId, row]))
  return rows.some(({ personId }) => changed.has(personId)) ? rows.map((row) => (changed.has(row.personId) ? { ...row, ...changed.get(row.personId) } : row)) : rows
}

/** The cells that say something else than before. */
export const changedCells = (before: readonly GridRow[], after: readonly GridRow[]): { row: GridRow; place: number }[] =>
  after.flatMap((row, i) => (row === before[i] ? [] : [...row.cells].flatMap((letter, place) => (letter === before[i]?.cells[place] ? [] : [{ row, place }]))))
