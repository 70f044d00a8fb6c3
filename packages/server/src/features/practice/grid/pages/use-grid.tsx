import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Live, useOutbox } from '#web/offline/use-outbox.ts'
import { changedCells, type Grid, type GridBadge, type GridChanges, type GridRow, letterOf, levelOf, stateOf, withChanges } from '../../browser/cells.ts'
import type { CellAt } from './grid-table.tsx'

/** Long enough to see what one's finger did. */
const HOLD_MS = 6000
/** More at once are told as a number. */
const MOST_TOLD = 3
const NO_CHANGES: GridChanges = { rows: [] }

export type Said = { verdict: 'passed' | 'to-rework'; levelId?: string; remarkIds?: string[]; advice?: string }
export type OpenGrid = {
  live: Live<GridChanges>
  rows: GridRow[]
  /** By pupil, the places that wait to be sent: `,3,5,`. */
  pending: ReadonlyMap<string, string>
  /** What may still be undone. */
  held: { key: string; label: string } | undefined
  /** For screen readers: what was said last, here or by a colleague. */
  news: string
  judge(cell: CellAt, said: Said): void
  undo(): void
  tell(news: string): void
}

/** The grid in a browser: what the server said, what colleagues have said since, and what waits to be sent. */
export function useGrid({ grid, programmeId, here }: { grid: Grid; programmeId: string; here: string }): OpenGrid {
  const { t } = useTranslation('grid')
  const live = useOutbox({ name: `grid:${programmeId}`, address: `${here}/grid.json?since=${grid.readAt}`, first: NO_CHANGES })
  const [news, tell] = useState('')
  const own = useRef(new Set<string>())
  const { waiting } = live.outbox
  const known = useMemo(() => withChanges(grid.rows, live.view.rows), [grid.rows, live.view.rows])
  const rows = useMemo(() => withWaiting(known, waiting, grid.badges), [known, waiting, grid.badges])
  useNews(known, (changed) => {
    const others = changed.filter(({ row, place }) => !own.current.has(aboutOf(row.personId, grid.badges[place]!)))
    if (others.length > MOST_TOLD) tell(t('news.many', { count: others.length }))
    else if (others.length > 0) tell(others.map(({ row, place }) => sayCell(t, row, grid.badges[place]!, row.cells[place]!)).join(' '))
  })
  const judge = ({ row, place }: CellAt, { verdict, levelId = '', remarkIds = [], advice = '' }: Said) => {
    const badge = grid.badges[place]!
    const about = aboutOf(row.personId, badge)
    own.current.add(about)
    const label = sayCell(t, row, badge, letterOf(verdict, levelPlace(badge, levelId)))
    const [personId, achievementId] = [row.personId, badge.achievementId]
    const fields = { personId, achievementId, attemptId: row.waiting?.[place] ?? '', verdict, levelId, remarkIds: remarkIds.join(','), advice, judgedAt: new Date().toISOString() }
    live.act(about, label, fields, { holdMs: HOLD_MS })
    tell(t('news.own', { what: label }))
  }
  const held = waiting.findLast(({ dueAt }) => dueAt !== undefined && dueAt > Date.now())
  const undo = () => {
    if (!held) return
    live.undo(held.key)
    tell(t('news.undone', { what: held.label }))
  }
  return { live, rows, pending: useMemo(() => pendingOf(waiting, grid.badges), [waiting, grid.badges]), held, news, judge, undo, tell }
}

const aboutOf = (personId: string, { achievementId }: GridBadge) => `${personId}/${achievementId}`
const levelPlace = ({ levels }: GridBadge, levelId: string) => levels.findIndex(({ id }) => id === levelId)

type Waiting = Live<GridChanges>['outbox']['waiting']
const cellOf = ({ fields }: Waiting[number], badges: readonly GridBadge[]) => {
  const place = badges.findIndex(({ achievementId }) => achievementId === fields.achievementId)
  return { personId: fields.personId!, place, letter: place < 0 ? '' : letterOf(fields.verdict as Said['verdict'], levelPlace(badges[place]!, fields.levelId ?? '')) }
}

function withWaiting(rows: GridRow[], waiting: Waiting, badges: readonly GridBadge[]): GridRow[] {
  if (waiting.length === 0) return rows
  const cells = waiting.map((act) => cellOf(act, badges)).filter(({ place }) => place >= 0)
  const touched = Map.groupBy(cells, ({ personId }) => personId)
  return rows.map((row) => {
    const own = touched.get(row.personId)
    if (!own) return row
    const letters = [...row.cells]
    for (const { place, letter } of own) letters[place] = letter
    return { ...row, cells: letters.join('') }
  })
}

const pendingOf = (waiting: Waiting, badges: readonly GridBadge[]): ReadonlyMap<string, string> => {
  const places = Map.groupBy(
    waiting.map((act) => cellOf(act, badges)),
    ({ personId }) => personId,
  )
  return new Map([...places].map(([personId, cells]) => [personId, `,${cells.map(({ place }) => place).join(',')},`]))
}

type Translate = ReturnType<typeof useTranslation>['t']

/** « Adèle Abadie, Conversions : validé. » */
export function sayCell(t: Translate, { givenName, familyName }: GridRow, badge: GridBadge, letter: string): string {
  const level = levelOf(letter, badge)
  const state = stateOf(letter)
  return t('news.cell', { name: `${givenName} ${familyName}`, badge: badge.name, state: level ? t('states.at_level', { level: level.name }) : t(`states.${state}`) })
}

function useNews(rows: GridRow[], tell: (changed: ReturnType<typeof changedCells>) => void): void {
  const before = useRef(rows)
  const say = useRef(tell)
  say.current = tell
  useEffect(() => {
    const changed = before.current.length === rows.length ? changedCells(before.current, rows) : []
    before.current = rows
    if (changed.length > 0) say.current(changed)
  }, [rows])
}
