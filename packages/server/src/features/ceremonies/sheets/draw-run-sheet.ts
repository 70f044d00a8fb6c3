import { type Doc, type Font, INK, MUTED, mm, SEA } from './open-document.ts'
import { writeLine } from './write.ts'

export type RunRow = {
  number: number
  className: string
  name: string
  said: string
  badge: string
  citation: string
  handedBy: string
  notes: string
  isHanded: boolean
}
type RunWords = { heading: string; when: string; columns: readonly string[]; foot: string; continued: string }

/** A4 lying down, in millimetres. */
const PAGE = { left: 14, top: 12, width: 269, bottom: 194, foot: 200 }
const WIDTHS = [14, 11, 66, 100, 42, 36] as const
const STARTS = WIDTHS.map((_, index) => PAGE.left + WIDTHS.slice(0, index).reduce((sum, width) => sum + width, 0))
const GAP = 3

/** Class by class; nobody is cut in two by the edge of a page, and a class that goes on says so. */
export function drawRunSheet(doc: Doc, rows: readonly RunRow[], words: RunWords): void {
  let y = Number.POSITIVE_INFINITY
  for (const [className, people] of Map.groupBy(rows, (row) => row.className)) {
    if (y + 30 > PAGE.bottom) y = addPage(doc, words)
    y = drawClass(doc, className, words, y)
    for (const row of people) {
      const height = heightOf(doc, row)
      if (y + height > PAGE.bottom) y = drawClass(doc, `${className} ${words.continued}`, words, addPage(doc, words))
      drawRow(doc, row, y)
      y += height
    }
    y += 4
  }
}

function addPage(doc: Doc, { heading, when, foot }: RunWords): number {
  doc.addPage({ size: 'A4', layout: 'landscape', margin: 0 })
  writeLine(doc, heading, { x: PAGE.left, y: PAGE.top, width: 150 }, { font: 'bold', size: 16 })
  writeLine(doc, when, { x: PAGE.left + 155, y: PAGE.top + 1.5, width: PAGE.width - 155 }, { font: 'regular', size: 10, color: MUTED })
  writeLine(doc, foot, { x: PAGE.left, y: PAGE.foot, width: PAGE.width }, { font: 'regular', size: 8, color: MUTED })
  return PAGE.top + 11
}

function drawClass(doc: Doc, className: string, { columns }: RunWords, y: number): number {
  writeLine(doc, className, { x: PAGE.left, y, width: PAGE.width }, { font: 'semibold', size: 13, color: SEA })
  for (const [index, column] of columns.entries())
    writeLine(doc, column, { x: STARTS[index]!, y: y + 7.5, width: WIDTHS[index]! - GAP }, { font: 'regular', size: 8, color: MUTED })
  return y + 12.5
}

type Cell = { column: number; lines: readonly { text: string; font: Font; size: number; color: string }[] }

const cellsOf = (row: RunRow): Cell[] => [
  { column: 1, lines: [{ text: String(row.number), font: 'regular', size: 10, color: MUTED }] },
  {
    column: 2,
    lines: [
      { text: row.name, font: 'bold', size: 11.5, color: INK },
      { text: row.said, font: 'regular', size: 9.5, color: SEA },
    ],
  },
  {
    column: 3,
    lines: [
      { text: row.badge, font: 'semibold', size: 10, color: INK },
      { text: row.citation, font: 'regular', size: 9.5, color: INK },
    ],
  },
  { column: 4, lines: [{ text: row.handedBy, font: 'regular', size: 10, color: INK }] },
  { column: 5, lines: [{ text: row.notes, font: 'regular', size: 9, color: INK }] },
]

/** Each cell from the top; gives how high the highest is. Drawn or only measured. */
function layCells(doc: Doc, row: RunRow, y: number | undefined): number {
  const heights = cellsOf(row).map(({ column, lines }) => {
    let down = 0
    for (const { text, font, size, color } of lines) {
      if (!text) continue
      const width = mm(WIDTHS[column]! - GAP)
      doc.font(font).fontSize(size).fillColor(color)
      if (y !== undefined) doc.text(text, mm(STARTS[column]!), mm(y + down), { width })
      down += (doc.heightOfString(text, { width }) * 25.4) / 72 + 0.6
    }
    return down
  })
  return Math.max(...heights)
}

const heightOf = (doc: Doc, row: RunRow): number => Math.max(9, layCells(doc, row, undefined) + 3.4)

function drawRow(doc: Doc, row: RunRow, y: number): void {
  doc
    .moveTo(mm(PAGE.left), mm(y - 1.4))
    .lineTo(mm(PAGE.left + PAGE.width), mm(y - 1.4))
    .lineWidth(0.3)
    .strokeColor('#c4cccf')
    .stroke()
  const box = { x: PAGE.left + 1, y: y + 0.2, side: 5 }
  doc.rect(mm(box.x), mm(box.y), mm(box.side), mm(box.side)).lineWidth(0.8).strokeColor(INK).stroke()
  if (row.isHanded)
    doc
      .moveTo(mm(box.x + 1), mm(box.y + 2.6))
      .lineTo(mm(box.x + 2.2), mm(box.y + 4))
      .lineTo(mm(box.x + 4.2), mm(box.y + 1))
      .lineWidth(1.2)
      .strokeColor(SEA)
      .stroke()
  layCells(doc, row, y)
}
