// Where the keys of a grid lead (WAI-ARIA grid pattern).

export type Place = { row: number; column: number }
export type Size = { rows: number; columns: number; page: number }

/** Nothing for a key that moves nowhere. */
export function moveBy(key: string, isCtrl: boolean, { row, column }: Place, { rows, columns, page }: Size): Place | undefined {
  const lastRow = rows - 1
  const lastColumn = columns - 1
  const moves: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: isCtrl ? 0 : row, column: 0 },
    End: { row: isCtrl ? lastRow : row, column: lastColumn },
  }
  const to = moves[key]
  return to && { row: clamp(to.row, lastRow), column: clamp(to.column, lastColumn) }
}

const clamp = (value: number, last: number) => Math.max(0, Math.min(last, value))

/** The rows to draw: those in view with some around, and the one that has the focus wherever it is. */
export type Stretch = { from: number; to: number }
export function stretchesOf(view: Stretch, active: number, rows: number): Stretch[] {
  const shown = { from: Math.max(0, view.from), to: Math.min(rows, view.to) }
  if (active < 0 || active >= rows || (active >= shown.from && active < shown.to)) return [shown]
  const own = { from: active, to: active + 1 }
  return active < shown.from ? [own, shown] : [shown, own]
}
