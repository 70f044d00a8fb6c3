// The measures of what is printed, in millimetres, on A4. docs/decisions/0012 says where they come from.
import type { Sheet } from '../ceremonies.schema.ts'

export type Layout = {
  page: { width: number; height: number }
  columns: number
  rows: number
  /** Of the first piece, from the edges of the sheet. */
  left: number
  top: number
  /** Of one piece, as it is cut. */
  width: number
  height: number
  /** From one piece to the next. */
  stepX: number
  stepY: number
  /** What one sees of a button once it is pressed; the rest folds behind. */
  visibleDiameter?: number
}

const PORTRAIT = { width: 210, height: 297 }
const LANDSCAPE = { width: 297, height: 210 }

type Grid = Pick<Layout, 'columns' | 'rows' | 'width' | 'height'> & Partial<Pick<Layout, 'page' | 'stepX' | 'stepY' | 'visibleDiameter'>>

/** The pieces together stand in the middle of the sheet. */
function center({ page = PORTRAIT, ...grid }: Grid): Layout {
  const { columns, rows, width, height, stepX = width, stepY = height } = grid
  const left = (page.width - (columns - 1) * stepX - width) / 2
  const top = (page.height - (rows - 1) * stepY - height) / 2
  return { ...grid, page, left, top, stepX, stepY }
}

/** Papers that say something to one person: cards, A6, thirds of a sheet, halves. */
export const SLIP_LAYOUTS = {
  cards: center({ columns: 2, rows: 4, width: 92, height: 66 }),
  a6: center({ columns: 2, rows: 2, width: 105, height: 148 }),
  slips: center({ columns: 1, rows: 3, width: 210, height: 99 }),
  a5: center({ columns: 1, rows: 2, width: 210, height: 148.5 }),
} satisfies Record<string, Layout>

export const LAYOUTS: Record<Exclude<Sheet, 'wall-list'>, Layout> = {
  cards: center({ columns: 2, rows: 4, width: 92, height: 66 }),
  'cards-a6': center({ columns: 2, rows: 2, width: 105, height: 148 }),
  'labels-70x37': center({ columns: 3, rows: 8, width: 70, height: 37 }),
  'labels-64x33': center({ columns: 3, rows: 8, width: 64.6, height: 33.8 }),
  'round-32': center({ columns: 4, rows: 6, width: 43, height: 43, stepX: 46, stepY: 46, visibleDiameter: 32 }),
  'round-45': center({ columns: 3, rows: 5, width: 54, height: 54, stepX: 60, stepY: 57, visibleDiameter: 45 }),
  'round-58': center({ columns: 2, rows: 4, width: 70, height: 70, stepX: 84, stepY: 72, visibleDiameter: 58 }),
  'certificate-a4': center({ page: LANDSCAPE, columns: 1, rows: 1, width: 297, height: 210 }),
  'certificate-a5': center({ columns: 1, rows: 2, width: 210, height: 148 }),
}
