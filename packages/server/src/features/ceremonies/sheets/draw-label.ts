import type { Layout } from './layouts.table-data.ts'
import { type Doc, type Images, MUTED, mm, SEA } from './open-document.ts'
import type { Piece } from './piece.ts'
import { placeImage, placeQr, splitCode, writeLine, writeLines } from './write.ts'

const QR = 22

/** On sheets without margins a printer leaves some five millimetres blank at the edges, so nothing stands there. */
export function drawLabel(doc: Doc, label: Piece, images: Images, { width, height, left }: Layout): void {
  const inset = left < 5 ? 6 : 4
  const top = (height - QR) / 2
  placeQr(doc, label.address, { x: width - inset - QR, y: top, side: QR })
  placeImage(doc, images, label.imageKey, { x: inset, y: top, side: 10 })
  const text = { x: inset, width: width - 2 * inset - QR - 3 }
  writeName(doc, label, { x: inset + 11.5, y: top, width: text.width - 11.5 })
  writeLines(doc, label.badgeName, { ...text, y: top + 10.8, height: 6.6 }, { font: 'semibold', size: 7.5, color: SEA })
  writeLine(doc, splitCode(label.code), { ...text, y: top + 17.6 }, { font: 'bold', size: 12 })
}

/** Beside the picture, and no taller: a long name takes two lines. */
function writeName(doc: Doc, { calledName, className }: Piece, at: { x: number; y: number; width: number }) {
  const isLong = doc.font('bold').fontSize(8.5).widthOfString(calledName) > mm(at.width)
  if (isLong) writeLines(doc, calledName, { ...at, height: 7 }, { font: 'bold', size: 8 })
  else writeLine(doc, calledName, { ...at, y: at.y + 0.4 }, { font: 'bold', size: 11 })
  if (className) writeLine(doc, className, { ...at, y: at.y + (isLong ? 7 : 5.6) }, { font: 'regular', size: 7.5, color: MUTED })
}
