// A column of text that goes on over pages: what belongs together stays together, and nothing is cut.
import { type Doc, type Font, INK, mm } from '#kit/pdf.ts'

export const PAGE = { left: 18, right: 192, top: 18, bottom: 277 }
export const WIDTH = PAGE.right - PAGE.left
const LINE_GAP = 1.4

/** Sizes in points, lengths in millimetres. */
export type Piece = { text: string; font?: Font; size?: number; color?: string; link?: string | null; gap?: number }
export type Flow = { doc: Doc; y: number }
type Column = { x: number; width: number }

const inMillimetres = (points: number) => (points * 25.4) / 72

export const heightOf = (doc: Doc, pieces: readonly Piece[], width: number): number =>
  pieces.reduce((sum, { text, font = 'regular', size = 10, gap = 0.6 }) => {
    const height = doc
      .font(font)
      .fontSize(size)
      .heightOfString(text, { width: mm(width), lineGap: LINE_GAP })
    return sum + inMillimetres(height) + gap
  }, 0)

export function newPage(flow: Flow): void {
  flow.doc.addPage()
  flow.y = PAGE.top
}

/** Begins a new page unless this much fits on what is left of this one; what is longer than a page begins where it stands. */
export function keepTogether(flow: Flow, height: number): void {
  const isLonger = height > PAGE.bottom - PAGE.top
  if (flow.y + (isLonger ? 40 : height) > PAGE.bottom + 0.01) newPage(flow)
}

/** Writes where the flow stands; what is longer than the page goes on over the next ones. */
export function write(flow: Flow, pieces: readonly Piece[], { x, width }: Column): void {
  const { doc } = flow
  for (const { text, font = 'regular', size = 10, color = INK, link = null, gap = 0.6 } of pieces) {
    doc.font(font).fontSize(size).fillColor(color)
    doc.text(text, mm(x), mm(flow.y), { width: mm(width), lineGap: LINE_GAP, ...(link && { link }) })
    flow.y = inMillimetres(doc.y) + gap
  }
}
