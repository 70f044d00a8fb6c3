import type { Layout } from './layouts.table-data.ts'
import { type Doc, mm } from './open-document.ts'

const steps = (from: number, step: number, count: number) => Array.from({ length: count + 1 }, (_, index) => from + index * step)
const line = (doc: Doc, x1: number, y1: number, x2: number, y2: number) => doc.moveTo(mm(x1), mm(y1)).lineTo(mm(x2), mm(y2))
const strokeMarks = (doc: Doc) => doc.lineWidth(0.4).strokeColor('#333333').stroke()

const strokeDots = (doc: Doc) => doc.dash(1, { space: 2.5 }).lineWidth(0.3).strokeColor('#b9b9b9').stroke().undash()

/** Ticks in the margins for a guillotine, and a faint dotted line for scissors. */
export function drawCutMarks(doc: Doc, { left, top, width, height, columns, rows }: Layout): void {
  const right = left + columns * width
  const bottom = top + rows * height
  for (const x of steps(left, width, columns)) {
    line(doc, x, top - 6, x, top - 2)
    line(doc, x, bottom + 2, x, bottom + 6)
  }
  for (const y of steps(top, height, rows)) {
    line(doc, left - 6, y, left - 2, y)
    line(doc, right + 2, y, right + 6, y)
  }
  strokeMarks(doc)
  for (const x of steps(left, width, columns)) line(doc, x, top, x, bottom)
  for (const y of steps(top, height, rows)) line(doc, left, y, right, y)
  strokeDots(doc)
}

/** Where pieces reach the edges of the sheet: ticks from the edges inward, and crosses where the cuts meet. */
export function drawCropMarks(doc: Doc, { page, left, top, width, height, columns, rows }: Layout): void {
  const cutsX = steps(left, width, columns).slice(1, -1)
  const cutsY = steps(top, height, rows).slice(1, -1)
  for (const x of cutsX) {
    line(doc, x, 0, x, 10)
    line(doc, x, page.height - 10, x, page.height)
    for (const y of cutsY) line(doc, x, y - 4, x, y + 4)
  }
  for (const y of cutsY) {
    line(doc, 0, y, 10, y)
    line(doc, page.width - 10, y, page.width, y)
    for (const x of cutsX) line(doc, x - 4, y, x + 4, y)
  }
  strokeMarks(doc)
}

/** The same for who cuts a whole sheet into a few pieces, by guillotine or with scissors. */
export function drawFolds(doc: Doc, layout: Layout): void {
  const { page, left, top, width, height, columns, rows } = layout
  drawCropMarks(doc, layout)
  for (const x of steps(left, width, columns).slice(1, -1)) line(doc, x, 0, x, page.height)
  for (const y of steps(top, height, rows).slice(1, -1)) line(doc, 0, y, page.width, y)
  strokeDots(doc)
}
