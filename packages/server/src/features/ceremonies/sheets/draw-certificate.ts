import type { Layout } from './layouts.table-data.ts'
import { type Doc, type Images, MUTED, mm, SEA } from './open-document.ts'
import type { Piece, Words } from './piece.ts'
import { placeImage, placeQr, writeLine, writeLines } from './write.ts'

/** Drawn as A5 lying down; A4 is the same, larger by the root of two. */
const A5 = { width: 210, height: 148 }
const QR = 24

export function drawCertificate(doc: Doc, piece: Piece, images: Images, { certificate }: Words, layout: Layout): void {
  const scale = layout.width / A5.width
  doc
    .save()
    .translate(0, mm((layout.height - A5.height * scale) / 2))
    .scale(scale)
  drawFrame(doc)
  const middle = { x: 24, width: A5.width - 48 }
  const center = 'center' as const
  writeLine(doc, piece.organizationName, { ...middle, y: 14 }, { font: 'semibold', size: 12, align: center })
  placeImage(doc, images, piece.imageKey, { x: A5.width / 2 - 17, y: 23, side: 34 })
  writeLine(doc, certificate.heading, { ...middle, y: 60 }, { font: 'regular', size: 10, color: MUTED, align: center })
  writeLine(doc, piece.badgeName, { ...middle, y: 65 }, { font: 'bold', size: 20, color: SEA, align: center })
  writeLine(doc, certificate.awarded, { ...middle, y: 75 }, { font: 'regular', size: 10, color: MUTED, align: center })
  writeLine(doc, piece.calledName, { ...middle, y: 80 }, { font: 'bold', size: 24, align: center })
  writeLines(doc, piece.description, { x: 35, width: A5.width - 70, y: 93, height: 12.5 }, { font: 'regular', size: 9.5, align: center })
  drawFoot(doc, piece, certificate)
  doc.restore()
}

function drawFrame(doc: Doc) {
  doc.lineWidth(1.2).strokeColor(SEA)
  doc.roundedRect(mm(8), mm(8), mm(A5.width - 16), mm(A5.height - 16), mm(3)).stroke()
}

function drawFoot(doc: Doc, piece: Piece, words: Words['certificate']) {
  writeLine(doc, piece.issued, { x: 16, y: 110, width: 110 }, { font: 'regular', size: 9, color: MUTED })
  words.signatures.forEach((role, index) => {
    const x = 16 + index * 62
    doc
      .moveTo(mm(x), mm(129))
      .lineTo(mm(x + 56), mm(129))
      .lineWidth(0.5)
      .strokeColor(MUTED)
      .stroke()
    writeLine(doc, role, { x, y: 130, width: 56 }, { font: 'regular', size: 7.5, color: MUTED })
  })
  placeQr(doc, piece.address, { x: A5.width - 16 - QR, y: 108, side: QR })
  writeLines(doc, words.scan, { x: A5.width - 16 - QR - 30, y: 122, width: 27, height: 11 }, { font: 'regular', size: 6.5, color: MUTED })
}
