import type { Layout } from './layouts.table-data.ts'
import { type Doc, type Images, mm, SEA } from './open-document.ts'
import type { Piece } from './piece.ts'
import { placeImage, placeQr, writeLine, writeLines } from './write.ts'

type Text = { y: number; width: number; size: number }
type Face = { image: number; imageTop: number; name: Text; badge: Text & { height: number }; qr?: { y: number; side: number } }

/** Measured from the middle of the button. Words and codes keep away from the visible edge, where the face bends. */
const FACES: Record<number, Face> = {
  32: { image: 16, imageTop: -13.6, name: { y: 2.6, width: 26, size: 9 }, badge: { y: 6.7, width: 21, size: 5.6, height: 5 } },
  45: { image: 22, imageTop: -19, name: { y: 3.4, width: 37, size: 13 }, badge: { y: 9.2, width: 30, size: 8, height: 7.2 } },
  58: { image: 20, imageTop: -25.6, name: { y: -5.2, width: 48, size: 14 }, badge: { y: 1.2, width: 46, size: 8.5, height: 7.6 }, qr: { y: 11.5, side: 13 } },
}

/** A paper for a button machine: cut along the line, then pressed. Its ground is white up to the cut, so that nothing shows if it sits a little aside. */
export function drawRound(doc: Doc, piece: Piece, images: Images, { width, visibleDiameter = width }: Layout): void {
  const face = FACES[visibleDiameter]!
  const middle = width / 2
  const centred = <At extends Text>(at: At) => ({ ...at, x: middle - at.width / 2, y: middle + at.y })
  placeImage(doc, images, piece.imageKey, { x: middle - face.image / 2, y: middle + face.imageTop, side: face.image })
  writeLine(doc, piece.calledName, centred(face.name), { font: 'bold', size: face.name.size, align: 'center' })
  writeLines(doc, piece.badgeName, centred(face.badge), { font: 'semibold', size: face.badge.size, color: SEA, align: 'center' })
  if (face.qr) placeQr(doc, piece.address, { x: middle - face.qr.side / 2, y: middle + face.qr.y, side: face.qr.side })
  drawEdges(doc, middle, width, visibleDiameter)
}

/** The cut, and lightly what will be seen. */
function drawEdges(doc: Doc, middle: number, cut: number, visible: number) {
  doc
    .circle(mm(middle), mm(middle), mm(cut / 2))
    .lineWidth(0.5)
    .strokeColor('#333333')
    .stroke()
  doc
    .circle(mm(middle), mm(middle), mm(visible / 2))
    .dash(1, { space: 2 })
    .lineWidth(0.3)
    .strokeColor('#c4cccf')
    .stroke()
    .undash()
}
