import { memo } from 'react'
import { type GridBadge, type GridRow, levelOf, stateOf } from '../../browser/cells.ts'
import type { CellState } from '../../practice.schema.ts'
import classes from './grid.module.css'

/** What all rows share. It stays the same object while one moves about. */
export type Frame = {
  badges: readonly GridBadge[]
  cohorts: readonly string[]
  words: Record<CellState, string>
  sayPeriod(row: GridRow): { done: string; more: string }
  addressOf(personId: string, achievementId: string): string
}
type Props = { row: GridRow; index: number; activeColumn: number | undefined; frame: Frame; isReady: boolean; pending: string }

/** Columns: the name, the period, then the badges. */
export const FIRST_BADGE = 2

/** One pupil. Without scripts each cell is a link to its own page; with them the grid moves one tab stop about. */
export const PupilRow = memo(function PupilRow({ row, index, activeColumn, frame, isReady, pending }: Props) {
  const stop = (column: number) => (isReady ? { tabIndex: activeColumn === column ? 0 : -1, 'data-at': `${index}:${column}` } : {})
  const period = frame.sayPeriod(row)
  return (
    <tr aria-rowindex={index + 2} data-row>
      <th scope="row" className={classes.who} {...stop(0)}>
        <span>
          {row.familyName} {row.givenName}
        </span>
        {frame.cohorts.length > 1 && <small>{row.cohorts.map((place) => frame.cohorts[place]).join(', ')}</small>}
      </th>
      <td role={isReady ? 'gridcell' : undefined} className={classes.period} {...stop(1)}>
        <span>{period.done}</span>
        {period.more && <small>{period.more}</small>}
      </td>
      {frame.badges.map((badge, place) => (
        <td key={badge.achievementId} role={isReady ? 'gridcell' : undefined} data-state={stateOf(row.cells[place]!)} data-pending={pending.includes(`,${place},`) || undefined}>
          <a href={frame.addressOf(row.personId, badge.achievementId)} {...stop(FIRST_BADGE + place)}>
            <Word letter={row.cells[place]!} badge={badge} words={frame.words} />
          </a>
        </td>
      ))}
    </tr>
  )
})

function Word({ letter, badge, words }: { letter: string; badge: GridBadge; words: Frame['words'] }) {
  const state = stateOf(letter)
  if (state === 'none') return <span className={classes.unseen}>{words.none}</span>
  const level = levelOf(letter, badge)
  if (!level) return <span>{words[state]}</span>
  return (
    <span>
      <span className={classes.unseen}>{words[state]} · </span>
      {level.name}
    </span>
  )
}
