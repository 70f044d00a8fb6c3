import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridRow } from '../../browser/cells.ts'
import { moveBy, type Place, type Stretch, stretchesOf } from '../../browser/move.ts'
import classes from './grid.module.css'
import { FIRST_BADGE, type Frame, PupilRow } from './grid-row.tsx'
import { useRowWindow } from './use-row-window.tsx'

export type CellAt = { row: GridRow; place: number }
type Props = {
  frame: Frame
  rows: readonly GridRow[]
  periodName: string
  isReady: boolean
  /** Places that still wait to be sent, by pupil. */
  pending: ReadonlyMap<string, string>
  open(cell: CellAt): void
  /** A key that moves nowhere, on a cell. */
  press(event: KeyboardEvent, cell: CellAt | undefined): void
}

/** Pupils × badges: a plain table that becomes a grid of one tab stop (WAI-ARIA grid pattern) where scripts run. */
export function GridTable({ frame, rows, periodName, isReady, pending, open, press }: Props) {
  const { t } = useTranslation('grid')
  const box = useRef<HTMLElement>(null)
  const columns = FIRST_BADGE + frame.badges.length
  const { view, rowHeight, page } = useRowWindow(box, rows.length)
  const { active, go, follow } = useOneStop(box, rows)
  const cellAt = ({ row, column }: Place): CellAt | undefined => (column < FIRST_BADGE || !rows[row] ? undefined : { row: rows[row], place: column - FIRST_BADGE })
  const move = (event: KeyboardEvent) => {
    if (!isReady || event.altKey || event.metaKey || !placeOf(event.target)) return
    const to = moveBy(event.key, event.ctrlKey, active, { rows: rows.length, columns, page })
    if (!to) return press(event, cellAt(active))
    event.preventDefault()
    go(to)
  }
  const click = (event: MouseEvent) => {
    const cell = isReady && placeOf(event.target) && cellAt(placeOf(event.target)!)
    if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open(cell)
  }
  const stretches = isReady ? stretchesOf(view, active.row, rows.length) : [{ from: 0, to: rows.length }]
  return (
    <section ref={box} className={`surface ${classes.box}`} aria-label={t('title')} onKeyDown={move} onClick={click} onFocus={(event) => follow(placeOf(event.target))}>
      <table
        className={classes.grid}
        {...(isReady && {
          role: 'grid',
          'aria-rowcount': rows.length + 1,
          'aria-colcount': columns,
          'aria-label': t('grid_label', { count: rows.length, badges: frame.badges.length }),
        })}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes.who}>
              {t('columns.pupil')}
            </th>
            <th scope="col" className={classes.period}>
              {periodName || t('columns.period')}
            </th>
            {frame.badges.map(({ achievementId, name }) => (
              <th key={achievementId} scope="col">
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {/* One flat list, in which no row changes its place among the others: a row that is moved loses the focus. */}
          {stretches.flatMap(({ from, to }, i) => [
            <Gap key={`before ${from}`} rows={from - endBefore(stretches, i)} rowHeight={rowHeight} columns={columns} />,
            ...rows
              .slice(from, to)
              .map((row, offset) => (
                <PupilRow
                  key={row.personId}
                  row={row}
                  index={from + offset}
                  activeColumn={from + offset === active.row ? active.column : undefined}
                  frame={frame}
                  isReady={isReady}
                  pending={pending.get(row.personId) ?? ''}
                />
              )),
          ])}
          <Gap rows={rows.length - stretches.at(-1)!.to} rowHeight={rowHeight} columns={columns} />
        </tbody>
      </table>
    </section>
  )
}

const endBefore = (stretches: readonly Stretch[], i: number) => stretches[i - 1]?.to ?? 0

/** Rows that are not drawn keep their room, so that the scroll bar tells the truth. */
const Gap = ({ rows, rowHeight, columns }: { rows: number; rowHeight: number; columns: number }) =>
  rows > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" style={{ height: rows * rowHeight }}>
      <td colSpan={columns} />
    </tr>
  ) : null

function placeOf(target: EventTarget): Place | undefined {
  const at = (target as HTMLElement).closest?.<HTMLElement>('[data-at]')?.dataset.at
  if (!at) return undefined
  const [row, column] = at.split(':').map(Number)
  return { row: row!, column: column! }
}

const GOING_ELSEWHERE = ['focusin', 'pointerdown'] as const

/** Where the one tab stop is. A row that leaves the grid while it has the focus hands it to the one that takes its place. */
function useOneStop(box: RefObject<HTMLElement | null>, rows: readonly GridRow[]) {
  const [at, setAt] = useState<Place>({ row: 0, column: FIRST_BADGE })
  const isWanted = useRef(false)
  const hasFocus = useRef(false)
  const active = { row: Math.max(0, Math.min(at.row, rows.length - 1)), column: at.column }
  useEffect(() => {
    const isLost = hasFocus.current && document.activeElement === document.body
    if (!isWanted.current && !isLost) return
    isWanted.current = false
    const cell = box.current?.querySelector<HTMLElement>(`[data-at="${active.row}:${active.column}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  useEffect(() => {
    // Who goes elsewhere takes the focus along; a cell that was taken out of the page does not.
    const elsewhere = ({ target }: Event) => {
      if (!box.current?.contains(target as Node)) hasFocus.current = false
    }
    for (const name of GOING_ELSEWHERE) document.addEventListener(name, elsewhere)
    return () => {
      for (const name of GOING_ELSEWHERE) document.removeEventListener(name, elsewhere)
    }
  }, [box])
  return {
    active,
    go: (to: Place) => {
      isWanted.current = true
      setAt(to)
    },
    follow: (to: Place | undefined) => {
      hasFocus.current = to !== undefined
      if (to) setAt((now) => (now.row === to.row && now.column === to.column ? now : to))
    },
  }
}
