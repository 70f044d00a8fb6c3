import PDFDocument from 'pdfkit'
import { fonts } from '#kit/fonts.ts'
import { qrPath } from '#kit/qr-code.ts'

/** What one card says, in words that are ready to print. */
export type Card = {
  givenName: string
  /** Class and structure. */
  place: string
  badgeName: string
  /** Cards of the same badge name the same image, which is embedded once. */
  imageKey: string
  code: string
  claimUrl: string
  instruction: string
}

type Doc = InstanceType<typeof PDFDocument>

const mm = (length: number) => (length * 72) / 25.4
const PAGE = { width: 210, height: 297 }
const GRID = { columns: 2, rows: 4, width: 92, height: 66 }
const LEFT = (PAGE.width - GRID.columns * GRID.width) / 2
const TOP = (PAGE.height - GRID.rows * GRID.height) / 2
const INK = '#12262b'
const MUTED = '#4d5d62'
const SEA = '#0b5c66'
export const CARDS_A_SHEET = GRID.columns * GRID.rows

/** A4 sheets of eight cards in millimetres, with cut marks. `images` are square PNGs by key. */
export async function drawCards(cards: readonly Card[], images: ReadonlyMap<string, Uint8Array>, title: string, createdAt: Date): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, info: { Title: title, Creator: 'BOAT', CreationDate: createdAt } })
  const finished = collect(doc)
  for (const [name, path] of Object.entries(fonts)) doc.registerFont(name, path)
  // One embedded picture for all the cards that show it; the types of pdfkit do not know openImage.
  const { openImage } = doc as unknown as { openImage(this: Doc, source: Buffer): object }
  const opened = new Map([...images].map(([key, bytes]) => [key, openImage.call(doc, Buffer.from(bytes))]))
  cards.forEach((card, index) => {
    const place = index % CARDS_A_SHEET
    if (place === 0) {
      doc.addPage()
      drawCutMarks(doc)
    }
    doc.save().translate(mm(LEFT + (place % GRID.columns) * GRID.width), mm(TOP + Math.floor(place / GRID.columns) * GRID.height))
    drawCard(doc, card, opened.get(card.imageKey))
    doc.restore()
  })
  doc.end()
  return finished
}

function drawCard(doc: Doc, card: Card, image: unknown) {
  if (image) doc.image(image as string, mm(6), mm(6), { fit: [mm(27), mm(27)] })
  const x = mm(37)
  const width = mm(GRID.width - 37 - 6)
  doc.fillColor(INK)
  drawLine(doc, card.givenName, { font: 'bold', x, y: mm(6.5), width, size: 19 })
  const badgeBottom = drawBadgeName(doc, card.badgeName, x, mm(15.5), width)
  doc
    .fillColor(MUTED)
    .font('regular')
    .fontSize(8)
    .text(card.place, x, badgeBottom + mm(1.2), { width, height: mm(7.4), ellipsis: true })
  drawQr(doc, card.claimUrl, GRID.width - 6 - 25, 35)
  const left = { x: mm(6), width: mm(GRID.width - 6 - 6 - 25 - 4) }
  doc
    .fillColor(MUTED)
    .font('regular')
    .fontSize(8.5)
    .text(card.instruction, left.x, mm(36.5), { width: left.width, height: mm(14), ellipsis: true, lineGap: 1 })
  doc.fillColor(INK)
  drawLine(doc, `${card.code.slice(0, 4)}-${card.code.slice(4)}`, { font: 'bold', ...left, y: mm(50.5), size: 21 })
}

/** Two lines at most; long names are set smaller before anything is cut. Gives where it ends. */
function drawBadgeName(doc: Doc, text: string, x: number, y: number, width: number): number {
  doc.fillColor(SEA).font('semibold')
  const size = [12, 11, 10, 9].find((size) => doc.fontSize(size).heightOfString(text, { width }) <= size * 2.6) ?? 9
  doc.fontSize(size).text(text, x, y, { width, height: size * 2.6, ellipsis: true })
  return doc.y
}

/** One line that is never cut: it shrinks until it fits. */
function drawLine(doc: Doc, text: string, at: { font: keyof typeof fonts; x: number; y: number; width: number; size: number }) {
  doc.font(at.font).fontSize(at.size)
  const size = Math.min(at.size, (at.size * at.width) / doc.widthOfString(text))
  doc.fontSize(size).text(text, at.x, at.y + (at.size - size) * 0.6, { lineBreak: false })
}

function drawQr(doc: Doc, text: string, left: number, top: number) {
  const { size, path } = qrPath(text)
  doc
    .save()
    .translate(mm(left), mm(top))
    .scale(mm(25) / size)
    .path(path)
    .fill('#000000')
    .restore()
}

/** Ticks in the margins for a guillotine, and a faint dotted line for scissors. */
function drawCutMarks(doc: Doc) {
  const right = LEFT + GRID.columns * GRID.width
  const bottom = TOP + GRID.rows * GRID.height
  const line = (x1: number, y1: number, x2: number, y2: number) => doc.moveTo(mm(x1), mm(y1)).lineTo(mm(x2), mm(y2))
  for (let column = 0; column <= GRID.columns; column++) {
    const x = LEFT + column * GRID.width
    line(x, TOP - 6, x, TOP - 2)
    line(x, bottom + 2, x, bottom + 6)
  }
  for (let row = 0; row <= GRID.rows; row++) {
    const y = TOP + row * GRID.height
    line(LEFT - 6, y, LEFT - 2, y)
    line(right + 2, y, right + 6, y)
  }
  doc.lineWidth(0.4).strokeColor('#333333').stroke()
  for (let column = 0; column <= GRID.columns; column++) line(LEFT + column * GRID.width, TOP, LEFT + column * GRID.width, bottom)
  for (let row = 0; row <= GRID.rows; row++) line(LEFT, TOP + row * GRID.height, right, TOP + row * GRID.height)
  doc.dash(1, { space: 2.5 }).lineWidth(0.3).strokeColor('#b9b9b9').stroke().undash()
}

function collect(doc: Doc): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
}
