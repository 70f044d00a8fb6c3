import { type Doc, MUTED, mm, SEA } from './open-document.ts'
import type { Piece, Words } from './piece.ts'
import { writeLine } from './write.ts'

const PAGE = { left: 18, top: 16, width: 174, bottom: 277 }
const NAMES = { width: 52 }
const BADGES = { x: PAGE.left + NAMES.width + 4, width: PAGE.width - NAMES.width - 4 }
const SIZE = 10.5

/** Who received which badge, class by class; it has no code, so that it may hang where everybody passes. */
export function drawWallList(doc: Doc, pieces: readonly Piece[], words: Words): void {
  let y = Number.POSITIVE_INFINITY
  for (const [className, people] of groupByClass(pieces, words.wall.noClass)) {
    if (y + 26 > PAGE.bottom) y = addPage(doc, words)
    y = drawHeading(doc, className, y)
    for (const { name, badges } of people) {
      const height = heightOf(doc, badges)
      if (y + height > PAGE.bottom) y = drawHeading(doc, `${className} ${words.wall.continued}`, addPage(doc, words))
      drawRow(doc, name, badges, y)
      y += height
    }
    y += 6
  }
}

type Line = { name: string; badges: string }

function groupByClass(pieces: readonly Piece[], noClass: string): Map<string, Line[]> {
  const byClass = Map.groupBy(pieces, ({ className }) => className || noClass)
  return new Map(
    [...byClass].map(([className, pieces]) => {
      const byName = Map.groupBy(pieces, ({ calledName, personKey }) => `${personKey} ${calledName}`)
      return [className, [...byName.values()].map((own) => ({ name: own[0]!.calledName, badges: [...new Set(own.map(({ badgeName }) => badgeName))].join(' · ') }))]
    }),
  )
}

function addPage(doc: Doc, { title, wall }: Words): number {
  doc.addPage({ size: 'A4', margin: 0 })
  writeLine(doc, title, { x: PAGE.left, y: PAGE.top, width: PAGE.width }, { font: 'bold', size: 18 })
  writeLine(doc, wall.note, { x: PAGE.left, y: 282, width: PAGE.width - 20 }, { font: 'regular', size: 8, color: MUTED })
  return PAGE.top + 14
}

function drawHeading(doc: Doc, className: string, y: number): number {
  writeLine(doc, className, { x: PAGE.left, y, width: PAGE.width }, { font: 'semibold', size: 14, color: SEA })
  return y + 9
}

const heightOf = (doc: Doc, badges: string) =>
  (doc
    .font('regular')
    .fontSize(SIZE)
    .heightOfString(badges, { width: mm(BADGES.width) }) *
    25.4) /
    72 +
  2.6

function drawRow(doc: Doc, name: string, badges: string, y: number) {
  doc
    .moveTo(mm(PAGE.left), mm(y - 1.2))
    .lineTo(mm(PAGE.left + PAGE.width), mm(y - 1.2))
    .lineWidth(0.3)
    .strokeColor('#c4cccf')
    .stroke()
  writeLine(doc, name, { x: PAGE.left, y, width: NAMES.width }, { font: 'bold', size: SIZE })
  doc
    .font('regular')
    .fontSize(SIZE)
    .text(badges, mm(BADGES.x), mm(y), { width: mm(BADGES.width) })
}
