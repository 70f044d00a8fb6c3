import { setImmediate } from 'node:timers/promises'
import type { Layout } from './layouts.table-data.ts'
import { type Doc, mm } from './open-document.ts'

type Design<Piece> = { draw(doc: Doc, piece: Piece): void; drawMarks?(doc: Doc, layout: Layout): void }

/** As many sheets as it takes; each piece draws itself from its own upper left corner. */
export async function drawGrid<Piece>(doc: Doc, pieces: readonly Piece[], layout: Layout, { draw, drawMarks }: Design<Piece>): Promise<void> {
  const aSheet = layout.columns * layout.rows
  for (const [index, piece] of pieces.entries()) {
    const place = index % aSheet
    if (place === 0) {
      // Between two sheets, others are answered.
      await setImmediate()
      doc.addPage({ size: 'A4', layout: layout.page.width > layout.page.height ? 'landscape' : 'portrait', margin: 0 })
      drawMarks?.(doc, layout)
    }
    const x = layout.left + (place % layout.columns) * layout.stepX
    const y = layout.top + Math.floor(place / layout.columns) * layout.stepY
    doc.save().translate(mm(x), mm(y))
    draw(doc, piece)
    doc.restore()
  }
}
