// The grid in few letters: one for each pupil and badge, so that a whole year level travels and draws at once.
import type { CellState } from '../practice.schema.ts'

export type GridBadge = { achievementId: string; name: string; levels: { id: string; name: string }[] }
/** The period somebody works for. `ownEnd`: somebody who was given more time. */
export type RowPeriod = { periodId: string; done: number; required: number; ownEnd: string | null }
export type GridRow = {
  personId: string
  givenName: string
  familyName: string
  /** Places in `cohorts`. */
  cohorts: number[]
  cells: string
  /** The attempt that waits, by the place of the badge. */
  waiting?: Record<number, string>
  period: RowPeriod | null
  hasBegun: boolean
}
export type GridPeriod = { periodId: string; name: string; endsOn: string; required: number }
export type Grid = { readAt: string; badges: GridBadge[]; cohorts: string[]; periods: GridPeriod[]; rows: GridRow[] }
export type GridChanges = Pick<Grid, 'readAt' | 'rows'>

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
export function withChanges(rows: GridRow[], changes: GridRow[]): GridRow[] {
  const changed = new Map(changes.map((row) => [row.personId, row]))
  return rows.some(({ personId }) => changed.has(personId)) ? rows.map((row) => changed.get(row.personId) ?? row) : rows
}
