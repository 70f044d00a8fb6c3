import { type Doc, INK, MUTED, mm, SEA } from '#kit/pdf.ts'
import { type Images, placeImage, placeQr, writeLine } from '#kit/pdf-write.ts'
import type { CellState } from '../../practice.schema.ts'
import { fitStory, heightOf, heightOfName, linesOf, writeName, writeRuns } from './lay.ts'
import type { Paper, PaperBadge, PaperWords } from './paper.ts'

/** A4 upright, in millimetres. */
export const SHEET = { left: 16, width: 178, top: 14, bottom: 281, foot: 286 }
const PALE = '#eef4f4'
const EDGE = '#c4cccf'
const QR = 22

/** Who, what, how far, and each badge. */
export function drawRecto(doc: Doc, paper: Paper, images: Images, words: PaperWords): void {
  drawHead(doc, paper, words)
  const y = drawPeriods(doc, paper, 56)
  writeLine(doc, words.badges, { x: SHEET.left, y: y + 4, width: SHEET.width }, { font: 'bold', size: 13, color: SEA })
  drawBadges(doc, paper, images, y + 12)
  writeLine(doc, words.foot, { x: SHEET.left, y: SHEET.foot, width: SHEET.width }, { font: 'regular', size: 7.5, color: MUTED })
}

function drawHead(doc: Doc, { organization, schoolYear, name, className, programme, teachers, address }: Paper, { heading, online }: PaperWords): void {
  const text = { x: SHEET.left, width: SHEET.width - QR - 8 }
  writeLine(doc, `${organization} · ${schoolYear}`, { ...text, y: SHEET.top }, { font: 'semibold', size: 10, color: MUTED })
  writeLine(doc, [heading, className].filter(Boolean).join(' · '), { ...text, y: SHEET.top + 5.5 }, { font: 'semibold', size: 11, color: SEA })
  writeLine(doc, name, { ...text, y: SHEET.top + 11 }, { font: 'bold', size: 26 })
  const end = writeName(doc, { text: programme, font: 'semibold', size: 12 }, { ...text, y: SHEET.top + 23, height: linesOf(doc, { font: 'semibold', size: 10.8 }, 2) })
  writeName(doc, { text: teachers, size: 9.5, color: MUTED }, { ...text, y: end + 0.4, height: linesOf(doc, { size: 9.5 }, 1) })
  const right = SHEET.left + SHEET.width - QR
  placeQr(doc, address, { x: right, y: SHEET.top, side: QR })
  writeLine(doc, online, { x: right, y: SHEET.top + QR + 1.2, width: QR }, { font: 'regular', size: 7.5, color: MUTED, align: 'center' })
}

const BOX_GAP = 4

/** Up to four side by side; of many, each is lower. */
function drawPeriods(doc: Doc, { periods }: Paper, top: number): number {
  const columns = Math.min(4, periods.length)
  const [width, height] = [(SHEET.width - BOX_GAP * (columns - 1)) / columns, periods.length > 4 ? 13.5 : 18]
  for (const [index, { name, days, standing }] of periods.entries()) {
    const x = SHEET.left + (index % columns) * (width + BOX_GAP)
    const y = top + Math.floor(index / columns) * (height + 2)
    doc.roundedRect(mm(x), mm(y), mm(width), mm(height), mm(2)).fill(PALE)
    const line = { x: x + 3, width: width - 6 }
    writeLine(doc, name, { ...line, y: y + 1.8 }, { font: 'semibold', size: 9.5 })
    writeLine(doc, days, { ...line, y: y + 6 }, { font: 'regular', size: 8, color: MUTED })
    writeLine(doc, standing, { ...line, y: y + height - (height > 14 ? 6.6 : 4.6) }, { font: 'bold', size: height > 14 ? 11 : 9, color: SEA })
  }
  return top + Math.ceil(periods.length / columns) * (height + 2)
}

type Grid = { columns: number; height: number; picture: number; name: number; text: number }

/** Few badges have room for their story, many are a list. */
function gridFor(count: number, height: number): Grid {
  if (count <= 6) return { columns: 1, height: Math.min(34, height / Math.max(count, 4)), picture: 24, name: 13, text: 10 }
  const columns = 2
  const each = Math.min(30, height / Math.ceil(count / columns))
  if (each >= 20) return { columns, height: each, picture: 16, name: 10.5, text: 8.5 }
  return { columns, height: each, picture: Math.min(11, each - 2), name: 9, text: 7.5 }
}

function drawBadges(doc: Doc, { badges }: Paper, images: Images, top: number): void {
  const grid = gridFor(badges.length, SHEET.bottom - top)
  const rows = Math.ceil(badges.length / grid.columns)
  const width = (SHEET.width - 6 * (grid.columns - 1)) / grid.columns
  for (const [index, badge] of badges.entries()) {
    // Down the first column, then the second: in the order of the programme.
    const place = { x: SHEET.left + Math.floor(index / rows) * (width + 6), y: top + (index % rows) * grid.height, width }
    if (index % rows > 0) drawRule(doc, place)
    drawBadge(doc, badge, images, { ...place, grid })
  }
}

function drawRule(doc: Doc, { x, y, width }: { x: number; y: number; width: number }): void {
  doc
    .moveTo(mm(x), mm(y))
    .lineTo(mm(x + width), mm(y))
    .lineWidth(0.4)
    .strokeColor(EDGE)
    .stroke()
}

function drawBadge(doc: Doc, badge: PaperBadge, images: Images, { x, y, width, grid }: { x: number; y: number; width: number; grid: Grid }): void {
  const { picture } = grid
  const side = Math.min(picture, grid.height - 3)
  placeImage(doc, images, badge.imageKey, { x, y: y + (grid.height - side) / 2, side })
  const text = { x: x + picture + 4, width: width - picture - 4 }
  const line = linesOf(doc, { size: grid.text }, 1)
  const name = { text: badge.name, font: 'bold' as const, size: grid.name }
  const room = { width: text.width, height: linesOf(doc, name, grid.height >= 20 ? 2 : 1) }
  const nameHeight = heightOfName(doc, name, room)
  const story =
    grid.height >= 20 ? fitStory(doc, badge.story, { size: grid.text }, { width: text.width, height: linesOf(doc, { size: grid.text }, grid.columns === 1 ? 2 : 1) }) : ''
  const storyHeight = story ? heightOf(doc, [{ text: story, size: grid.text, gap: 0 }], text.width) : 0
  const top = y + (grid.height - nameHeight - line - 0.6 - storyHeight) / 2
  writeName(doc, name, { ...text, y: top, height: room.height })
  const at = top + nameHeight + 0.6
  const mark = line * 0.75
  drawMark(doc, badge.state, { x: text.x, y: at + 0.1, side: mark })
  const color = badge.state === 'none' ? MUTED : badge.state === 'passed' ? SEA : INK
  writeLine(doc, badge.standing, { x: text.x + mark + 1.6, y: at, width: text.width - mark - 1.6 }, { font: 'semibold', size: grid.text, color })
  if (story) writeRuns(doc, [{ text: story, size: grid.text, color: MUTED, gap: 0 }], { ...text, y: at + line + 0.4, height: storyHeight }, { text: '…', size: grid.text })
}

/** A shape of its own for each state, beside its word: paper is often grey. */
function drawMark(doc: Doc, state: CellState, { x, y, side }: { x: number; y: number; side: number }): void {
  const r = mm(side / 2)
  const [cx, cy] = [mm(x) + r, mm(y) + r]
  doc.lineWidth(0.9).strokeColor(state === 'none' ? '#8b979b' : SEA)
  if (state === 'passed') {
    doc.circle(cx, cy, r).fill(SEA)
    doc
      .moveTo(cx - r * 0.5, cy + r * 0.05)
      .lineTo(cx - r * 0.1, cy + r * 0.45)
      .lineTo(cx + r * 0.55, cy - r * 0.4)
      .lineWidth(1.1)
      .strokeColor('#ffffff')
      .stroke()
    return
  }
  doc.circle(cx, cy, r - 0.45).stroke()
  if (state === 'ready') doc.circle(cx, cy, r * 0.4).fill(SEA)
  if (state === 'to-rework')
    doc
      .moveTo(cx - r * 0.45, cy + r * 0.25)
      .lineTo(cx, cy - r * 0.35)
      .lineTo(cx + r * 0.45, cy + r * 0.25)
      .stroke()
}
