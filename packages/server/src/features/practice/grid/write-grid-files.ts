import { writeCsv } from '#kit/csv.ts'
import { type SheetCell, writeXlsx } from '#kit/xlsx.ts'
import { filterRows, type GridBadge, type GridFilter, type GridRow, levelOf, stateOf } from '../browser/cells.ts'
import type { DatedGrid } from './read-grid.ts'

type Words = (key: string, values?: Record<string, unknown>) => string
type Table = { head: string[]; rows: SheetCell[][] }

/** One row a pupil, with the words of the page; beside each badge the day on which it was passed, asked for or advised. */
function tableOf({ grid, days }: DatedGrid, filter: GridFilter, t: Words): Table {
  const period = grid.periods.find(({ periodId }) => periodId === grid.currentId)?.name ?? t('grid:columns.period')
  const names = ['family_name', 'given_name', 'cohorts'].map((column) => t(`grid:columns.${column}`))
  return {
    head: [...names, period, ...grid.badges.flatMap(({ name }) => [name, t('grid:columns.badge_date', { badge: name })])],
    rows: filterRows(grid, filter).map((row) => [
      row.familyName,
      row.givenName,
      row.cohorts.map((place) => grid.cohorts[place]).join(', '),
      sayPeriod(row, t),
      ...grid.badges.flatMap((badge, place): SheetCell[] => [sayState(row.cells[place]!, badge, t), asDay(days.get(row.personId)?.[place])]),
    ]),
  }
}

const asDay = (day: string | null | undefined): SheetCell => (day ? { day } : null)

function sayPeriod({ period }: GridRow, t: Words): string {
  if (!period) return ''
  return period.required === 0 ? t('grid:period.nothing') : t('grid:period.done', { done: period.done, required: period.required })
}

function sayState(letter: string, badge: GridBadge, t: Words): string {
  const state = stateOf(letter)
  const level = levelOf(letter, badge)
  if (state === 'none') return ''
  return level ? t('grid:states.at_level', { level: level.name }) : t(`grid:states.${state}`)
}

export function writeGridCsv(grid: DatedGrid, filter: GridFilter, t: Words): string {
  const { head, rows } = tableOf(grid, filter, t)
  return writeCsv([head, ...rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : (cell?.day ?? ''))))])
}

export function writeGridXlsx(grid: DatedGrid, filter: GridFilter, t: Words): Promise<Uint8Array<ArrayBuffer>> {
  const { head, rows } = tableOf(grid, filter, t)
  return writeXlsx({ name: t('grid:title'), head, rows, frozenColumns: 2, widths: head.map((_, i) => (i < 4 ? 18 : i % 2 === 0 ? 22 : 14)) })
}
