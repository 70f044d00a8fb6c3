import type { Sheet } from '../ceremonies.schema.ts'
import { drawCropMarks, drawCutMarks } from './cut-marks.ts'
import { drawA6Card, drawCard } from './draw-card.ts'
import { drawCertificate } from './draw-certificate.ts'
import { drawGrid } from './draw-grid.ts'
import { drawLabel } from './draw-label.ts'
import { drawRound } from './draw-round.ts'
import { drawWallList } from './draw-wall-list.ts'
import { LAYOUTS, type Layout } from './layouts.table-data.ts'
import { type Doc, type Images, openDocument, openImages } from './open-document.ts'
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
    else {
      const [layout, { draw, drawMarks }] = [LAYOUTS[sheet], DESIGNS[sheet]]
      await drawGrid(doc, pieces, layout, { draw: (doc, piece) => draw(doc, piece, opened, layout, words), ...(drawMarks && { drawMarks }) })
    }
  }
  return finish()
}
