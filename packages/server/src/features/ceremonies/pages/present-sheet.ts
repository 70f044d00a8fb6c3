import type { Sheet } from '../ceremonies.schema.ts'
import { LAYOUTS } from '../sheets/layouts.table-data.ts'

/** How many pieces a sheet has, and the small drawing that shows it. */
export function presentSheet(sheet: Sheet) {
  if (sheet === 'wall-list')
    return {
      sheet,
      count: 0,
      page: { width: 210, height: 297 },
      pieces: Array.from({ length: 9 }, (_, row) => ({ x: 24, y: 36 + row * 26, width: 162, height: 16, isRound: false })),
    }
  const { page, columns, rows, left, top, stepX, stepY, width, height, visibleDiameter } = LAYOUTS[sheet]
  const pieces = Array.from({ length: columns * rows }, (_, place) => ({
    x: left + (place % columns) * stepX,
    y: top + Math.floor(place / columns) * stepY,
    width,
    height,
    isRound: visibleDiameter !== undefined,
  }))
  return { sheet, count: pieces.length, page, pieces }
}
