import { expect, test } from 'vitest'
import type { Grid } from './cells.ts'
import { packGrid, unpackGrid } from './pack.ts'

const GRID: Grid = {
  readAt: '2026-11-27T09:00:00.000Z',
  badges: [{ achievementId: 'a', name: 'Conversions', levels: [], remarks: [] }],
  cohorts: ['2de 4', 'AP'],
  periods: [
    { periodId: 'autumn', name: '1er trimestre', endsOn: '2026-12-18', required: 2 },
    { periodId: 'winter', name: '2e trimestre', endsOn: '2027-03-26', required: 2 },
  ],
  currentId: 'autumn',
  rows: [
    {
      personId: 'p1',
      familyName: 'D’Arnoux, dit « Le Grand »',
      givenName: 'Zoé:Émilie',
      cohorts: [0, 1],
      cells: 'vr.wA',
      waiting: { 1: 'attempt-1', 12: 'attempt-2' },
      period: { periodId: 'winter', done: 1, required: 2, ownEnd: '2027-04-01' },
      hasBegun: true,
    },
    { personId: 'p2', familyName: 'Le Goff', givenName: '', cohorts: [0], cells: '.....', waiting: null, period: null, hasBegun: false },
  ],
}

test('what was packed comes out as it was, whatever somebody is called', () => {
  expect(unpackGrid(packGrid(GRID))).toEqual(GRID)
  expect(unpackGrid(packGrid({ ...GRID, rows: [] })).rows).toEqual([])
})
