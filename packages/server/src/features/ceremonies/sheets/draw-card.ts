import { type Doc, type Images, MUTED, SEA } from './open-document.ts'
import type { Piece } from './piece.ts'
import { placeImage, placeQr, splitCode, writeLine, writeLines } from './write.ts'

const WIDTH = 92

/** 92 × 66 mm: eight on a sheet. */
export function drawCard(doc: Doc, card: Piece, images: Images): void {
  placeImage(doc, images, card.imageKey, { x: 6, y: 6, side: 27 })
  const right = { x: 37, width: WIDTH - 37 - 6 }
  writeLine(doc, card.calledName, { ...right, y: 6.5 }, { font: 'bold', size: 19 })
  const badgeBottom = writeLines(doc, card.badgeName, { ...right, y: 15.5, height: 11.8 }, { font: 'semibold', size: 12, color: SEA })
  writeLines(doc, placeOf(card), { ...right, y: badgeBottom + 1.2, height: 7 }, { font: 'regular', size: 8, color: MUTED })
  placeQr(doc, card.address, { x: WIDTH - 6 - 25, y: 35, side: 25 })
  const left = { x: 6, width: WIDTH - 6 - 6 - 25 - 4 }
  writeLines(doc, card.instruction, { ...left, y: 36.5, height: 14 }, { font: 'regular', size: 8.5, color: MUTED })
  writeLine(doc, splitCode(card.code), { ...left, y: 50.5 }, { font: 'bold', size: 21 })
}

/** A6 upright: the picture large, the way in at the foot. */
export function drawA6Card(doc: Doc, card: Piece, images: Images): void {
  const middle = { x: 10, width: 85 }
  placeImage(doc, images, card.imageKey, { x: 27.5, y: 12, side: 50 })
  writeLine(doc, card.calledName, { ...middle, y: 65 }, { font: 'bold', size: 28, align: 'center' })
  const badgeBottom = writeLines(doc, card.badgeName, { ...middle, y: 78, height: 13.5 }, { font: 'semibold', size: 15, color: SEA, align: 'center' })
  writeLines(doc, placeOf(card), { ...middle, y: badgeBottom + 1.5, height: 8 }, { font: 'regular', size: 9, color: MUTED, align: 'center' })
  placeQr(doc, card.address, { x: 65, y: 107, side: 30 })
  const left = { x: 10, width: 50 }
  writeLines(doc, card.instruction, { ...left, y: 108, height: 20 }, { font: 'regular', size: 9.5, color: MUTED })
  writeLine(doc, splitCode(card.code), { ...left, y: 128.5 }, { font: 'bold', size: 22 })
}

const placeOf = ({ className, organizationName }: Piece) => [className, organizationName].filter(Boolean).join(' · ')
