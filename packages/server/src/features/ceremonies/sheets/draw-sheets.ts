import { setImmediate } from 'node:timers/promises'
import type { Sheet } from '../ceremonies.schema.ts'
import { drawCropMarks, drawCutMarks } from './cut-marks.ts'
import { drawA6Card, drawCard } from './draw-card.ts'
import { drawCertificate } from './draw-certificate.ts'
import { drawLabel } from './draw-label.ts'
import { drawRound } from './draw-round.ts'
import { drawWallList } from './draw-wall-list.ts'
import { LAYOUTS, type Layout } from './layouts.table-data.ts'
import { type Doc, type Images, mm, openDocument, openImages } from './open-document.ts'
import type { Piece, Words } from './piece.ts'

type Design = { draw(doc: Doc, piece: Piece, images: Images, layout: Layout, words: Words): void; drawMarks?(doc: Doc, layout: Layout): void }

const certificate: Design = { draw: (doc, piece, images, layout, words) => drawCertificate(doc, piece, images, words, layout) }
const DESIGNS: Record<Exclude<Sheet, 'wall-list'>, Design> = {
  cards: { draw: drawCard, drawMarks: drawCutMarks },
  'cards-a6': { draw: drawA6Card, drawMarks: drawCropMarks },
  'labels-70x37': { draw: drawLabel },
  'labels-64x33': { draw: drawLabel },
  'round-32': { draw: drawRound },
  'round-45': { draw: drawRound },
  'round-58': { draw: drawRound },
  'certificate-a4': certificate,
  'certificate-a5': { ...certificate, drawMarks: drawCropMarks },
}

export type Part = { sheet: Sheet; pieces: readonly Piece[] }

/** One document of several kinds of sheets. `images` are square PNGs by key. */
export async function drawSheets(parts: readonly Part[], images: ReadonlyMap<string, Uint8Array>, words: Words, createdAt: Date): Promise<Uint8Array> {
  const { doc, finish } = openDocument(words, createdAt)
  const opened = openImages(doc, images)
  for (const { sheet, pieces } of parts) {
    if (sheet === 'wall-list') drawWallList(doc, pieces, words)
    else await drawGrid(doc, pieces, opened, { layout: LAYOUTS[sheet], design: DESIGNS[sheet], words })
  }
  return finish()
}

async function drawGrid(doc: Doc, pieces: readonly Piece[], images: Images, { layout, design, words }: { layout: Layout; design: Design; words: Words }): Promise<void> {
  const aSheet = layout.columns * layout.rows
  for (const [index, piece] of pieces.entries()) {
    const place = index % aSheet
    if (place === 0) {
      // Between two sheets, others are answered.
      await setImmediate()
      doc.addPage({ size: 'A4', layout: layout.page.width > layout.page.height ? 'landscape' : 'portrait', margin: 0 })
      design.drawMarks?.(doc, layout)
    }
    const x = layout.left + (place % layout.columns) * layout.stepX
    const y = layout.top + Math.floor(place / layout.columns) * layout.stepY
    doc.save().translate(mm(x), mm(y))
    design.draw(doc, piece, images, layout, words)
    doc.restore()
  }
}
