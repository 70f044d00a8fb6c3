// A year level as one text: a line for each pupil, so that a page carries it without a thousand objects and their names.
import type { Grid, GridRow } from './cells.ts'

const LINE = '\n'
const FIELD = '\t'

const clean = (text: string) => text.replace(/[\t\n]/g, ' ')

export type PackedGrid = Omit<Grid, 'rows'> & { lines: string }

export function packGrid({ rows, ...grid }: Grid): PackedGrid {
  const periods = grid.periods.map(({ periodId }) => periodId)
  const lines = rows.map(({ personId, givenName, familyName, cohorts, cells, waiting, period, hasBegun }) =>
    [
      personId,
      clean(familyName),
      clean(givenName),
      cohorts.join(','),
      cells,
      Object.entries(waiting ?? {})
        .map(([place, attemptId]) => `${place}:${attemptId}`)
        .join(','),
      period ? [periods.indexOf(period.periodId), period.done, period.required, period.ownEnd ?? ''].join(',') : '',
      hasBegun ? '1' : '',
    ].join(FIELD),
  )
  return { ...grid, lines: lines.join(LINE) }
}

export function unpackGrid({ lines, ...grid }: PackedGrid): Grid {
  return { ...grid, rows: lines === '' ? [] : lines.split(LINE).map((line) => unpackRow(line, grid.periods)) }
}

function unpackRow(line: string, periods: Grid['periods']): GridRow {
  const [personId, familyName, givenName, cohorts, cells, waiting, period, begun] = line.split(FIELD) as [string, string, string, string, string, string, string, string]
  return {
    personId,
    familyName,
    givenName,
    cohorts: cohorts.split(',').map(Number),
    cells,
    waiting: waiting ? Object.fromEntries(waiting.split(',').map((pair) => pair.split(':') as [string, string])) : null,
    period: period ? unpackPeriod(period, periods) : null,
    hasBegun: begun === '1',
  }
}

function unpackPeriod(text: string, periods: Grid['periods']): GridRow['period'] {
  const [place, done, required, ownEnd] = text.split(',') as [string, string, string, string]
  return { periodId: periods[Number(place)]!.periodId, done: Number(done), required: Number(required), ownEnd: ownEnd || null }
}
