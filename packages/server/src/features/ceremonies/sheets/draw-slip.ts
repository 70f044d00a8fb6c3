import type { SLIP_LAYOUTS } from './layouts.table-data.ts'
import { type Doc, INK, MUTED, mm, SEA } from './open-document.ts'
import { placeQr, splitCode, writeLine, writeLines } from './write.ts'

export type Slip = {
  /** Whose it is, or what it is: set large. */
  heading: string
  /** Below it, a paragraph each. */
  lines: readonly string[]
  /** What to do with it, numbered. */
  steps?: readonly string[]
  /** To be typed: capitals and digits. */
  code?: string
  /** What a phone opens. */
  url?: string
  footer?: string
}
export type SlipLayout = keyof typeof SLIP_LAYOUTS

type Face = { inset: number; heading: number; text: number; steps: number; code: number; qr: number; footer: number; stepsBesideQr: boolean; linesShare: number }

/** Sizes of type in points, lengths in millimetres. `linesShare`: how much of what the heading leaves the lines may take when there are steps. */
const FACES: Record<SlipLayout, Face> = {
  cards: { inset: 6, heading: 19, text: 8, steps: 8, code: 19, qr: 27, footer: 6.5, stepsBesideQr: true, linesShare: 0.2 },
  a6: { inset: 10, heading: 26, text: 12, steps: 13, code: 20, qr: 32, footer: 8, stepsBesideQr: false, linesShare: 0.4 },
  slips: { inset: 14, heading: 20, text: 10.5, steps: 10.5, code: 24, qr: 36, footer: 8, stepsBesideQr: true, linesShare: 0.5 },
  a5: { inset: 16, heading: 24, text: 12, steps: 12.5, code: 26, qr: 42, footer: 8.5, stepsBesideQr: true, linesShare: 0.5 },
}

const inMillimetres = (points: number) => (points * 25.4) / 72

/** The name above; the way in at the foot: the QR to the right, the code beside it. */
export function drawSlip(doc: Doc, slip: Slip, layoutName: SlipLayout, { width, height }: { width: number; height: number }): void {
  const face = FACES[layoutName]
  const { inset } = face
  const whole = { x: inset, width: width - 2 * inset }
  const qr = slip.url ? face.qr : 0
  const left = qr ? { x: inset, width: whole.width - qr - 4 } : whole
  let bottom = height - inset
  if (slip.footer) {
    const footerHeight = inMillimetres(face.footer * 1.3 * 2)
    writeLines(doc, slip.footer, { ...whole, y: bottom - footerHeight, height: footerHeight }, { font: 'regular', size: face.footer, color: MUTED })
    bottom -= footerHeight + 2
  }
  if (slip.url) placeQr(doc, slip.url, { x: width - inset - qr, y: bottom - qr, side: qr })
  const codeHeight = slip.code ? inMillimetres(face.code * 1.25) : 0
  if (slip.code) writeLine(doc, splitCode(slip.code), { ...left, y: bottom - codeHeight }, { font: 'bold', size: face.code })

  writeLine(doc, slip.heading, { ...whole, y: inset }, { font: 'bold', size: face.heading, color: SEA })
  const top = inset + inMillimetres(face.heading * 1.3) + 1
  const beside = { ...(face.stepsBesideQr ? left : whole), bottom: face.stepsBesideQr ? bottom - codeHeight - 1 : bottom - Math.max(qr, codeHeight) - 2 }
  const besideTop = bottom - qr - 1
  const steps = slip.steps ?? []
  const linesHeight = (beside.bottom - top) * (steps.length ? face.linesShare : 1)
  // Above the QR they have the whole width.
  const linesAt = top + linesHeight <= besideTop ? whole : left
  const afterLines = writeParagraphs(doc, slip.lines, { ...linesAt, y: top, height: linesHeight }, face.text)
  writeSteps(doc, steps, { ...beside, y: afterLines + 1.5, height: beside.bottom - afterLines - 1.5 }, face.steps)
}

type Room = { x: number; y: number; width: number; height: number }

/** All in one size: the largest in which they fit, down to two thirds. */
function fitSize(doc: Doc, texts: readonly string[], { width, height }: Pick<Room, 'width' | 'height'>, size: number): number {
  const sizes = Array.from({ length: 6 }, (_, step) => size * (1 - step / 15))
  const heightAt = (size: number) => texts.reduce((sum, text) => sum + heightOf(doc, text, width, size), 0)
  return sizes.find((size) => heightAt(size) <= height) ?? sizes.at(-1)!
}

const heightOf = (doc: Doc, text: string, width: number, size: number) =>
  inMillimetres(
    doc
      .font('regular')
      .fontSize(size)
      .heightOfString(text, { width: mm(width) }),
  ) + inMillimetres(size * 0.4)

function writeParagraphs(doc: Doc, texts: readonly string[], room: Room, size: number): number {
  const fitting = fitSize(doc, texts, room, size)
  let { y } = room
  for (const text of texts) {
    write(doc, text, { ...room, y }, fitting, MUTED)
    y += heightOf(doc, text, room.width, fitting)
  }
  return y
}

function writeSteps(doc: Doc, steps: readonly string[], room: Room, size: number): void {
  const indent = size * 0.55
  const texts = { x: room.x + indent, width: room.width - indent, height: room.height }
  const fitting = fitSize(doc, steps, texts, size)
  let { y } = room
  for (const [index, text] of steps.entries()) {
    writeLine(doc, `${index + 1}.`, { x: room.x, y, width: indent }, { font: 'bold', size: fitting, color: SEA })
    write(doc, text, { ...texts, y }, fitting, INK)
    y += heightOf(doc, text, texts.width, fitting)
  }
}

function write(doc: Doc, text: string, { x, y, width }: Pick<Room, 'x' | 'y' | 'width'>, size: number, color: string) {
  doc
    .font('regular')
    .fontSize(size)
    .fillColor(color)
    .text(text, mm(x), mm(y), { width: mm(width) })
}
