import { expect, test } from 'vitest'
import { changedCells, filterRows, type GridBadge, type GridRow, isFinished, letterOf, levelOf, type Shown, stateOf, withChanges } from './cells.ts'

const PLAIN: GridBadge = { achievementId: 'a', name: 'Conversions', levels: [], remarks: [] }
const METALS: GridBadge = {
  achievementId: 'b',
  name: 'Graphiques',
  levels: [
    { id: 'bronze', name: 'Bronze' },
    { id: 'silver', name: 'Argent' },
  ],
  remarks: [],
}
const row = (familyName: string, givenName: string, more: Partial<GridRow> = {}): GridRow => ({
  personId: familyName,
  givenName,
  familyName,
  cohorts: [0],
  cells: '..',
  waiting: null,
  period: null,
  hasBegun: false,
  ...more,
})

test('one letter says where somebody stands, and at which level', () => {
  for (const state of ['none', 'ready', 'to-rework', 'passed'] as const) expect(stateOf(letterOf(state, -1))).toBe(state)
  expect(stateOf(letterOf('passed', 1))).toBe('passed')
  expect(levelOf(letterOf('passed', 1), METALS)?.name).toBe('Argent')
  expect(levelOf(letterOf('ready', 0), METALS)).toBeUndefined()
})

test('a badge is finished once it is held, at its highest level where there are levels', () => {
  expect(isFinished(letterOf('passed', -1), PLAIN)).toBe(true)
  expect(isFinished(letterOf('passed', 0), METALS)).toBe(false)
  expect(isFinished(letterOf('passed', 1), METALS)).toBe(true)
  expect(isFinished(letterOf('ready', -1), PLAIN)).toBe(false)
})

test('the grid is narrowed by class, by the beginning of a name in any order, by who is ready and by who has not begun', () => {
  const rows = [row('Abadie', 'Zoé', { cells: 'r.', hasBegun: true }), row('D’Arnoux', 'Émile'), row('Le Goff', 'Anaïs', { cohorts: [1], hasBegun: true })]
  const shown = (cohort: string, name: string, which: Shown) => filterRows({ rows, cohorts: ['2de 4', 'AP'] }, { cohort, name, shown: which }).map(({ familyName }) => familyName)
  expect(shown('', '', 'all')).toEqual(['Abadie', 'D’Arnoux', 'Le Goff'])
  expect(shown('AP', '', 'all')).toEqual(['Le Goff'])
  expect(shown('', 'emi arn', 'all')).toEqual(['D’Arnoux'])
  expect(shown('', 'badie', 'all')).toEqual([])
  expect(shown('', '', 'ready')).toEqual(['Abadie'])
  expect(shown('', '', 'not-begun')).toEqual(['D’Arnoux'])
})

test('what changed elsewhere takes its place, is told, and nothing else moves', () => {
  const rows = [row('Abadie', 'Zoé'), row('Arnoux', 'Émile')]
  expect(withChanges(rows, [])).toBe(rows)
  const change = { waiting: null, period: null, hasBegun: true, cells: '.v' }
  const after = withChanges(rows, [
    { ...change, personId: 'Arnoux' },
    { ...change, personId: 'Nouvelle' },
  ])
  expect(after).toHaveLength(2)
  expect(after[0]).toBe(rows[0])
  expect(changedCells(rows, after)).toEqual([{ row: after[1], place: 1 }])
  expect(after[1]).toMatchObject({ givenName: 'Émile', cells: '.v' })
})
