import { INK, MUTED, mm, openPdf, SEA } from '#kit/pdf.ts'
import { type Images, openImages, placeImage, placeQr, printable, writeLine } from '#kit/pdf-write.ts'
import type { PresentedCv } from '../present-cv.ts'
import { type Flow, heightOf, keepTogether, newPage, PAGE, type Piece, WIDTH, write } from './flow.ts'

export type PdfWords = { title: string; verify: string; pageOf: (page: number, pages: number) => string }
/** Where a reader of the paper verifies what it says; none unless its person opened one. */
export type Verification = { address: string } | undefined

type Drawing = { flow: Flow; cv: PresentedCv; images: Images; clean: (text: string) => string }

/** Dates and pictures stand left of what they are of. */
const ASIDE = 34
const BODY = { x: PAGE.left + ASIDE, width: WIDTH - ASIDE }
const QR = 24

/** A4, in the order in which it is read aloud, with fonts inside and links that open. `images` are square PNGs by id of badge. */
export async function drawCv(cv: PresentedCv, images: ReadonlyMap<string, Uint8Array>, words: PdfWords, verification: Verification, createdAt: Date): Promise<Uint8Array> {
  const margins = { top: mm(PAGE.top), bottom: mm(297 - PAGE.bottom), left: mm(PAGE.left), right: mm(210 - PAGE.right) }
  const { doc, finish } = openPdf({ title: words.title, author: cv.name, lang: cv.locale, createdAt, hasPagesToNumber: true, page: { size: 'A4', margins } })
  const flow: Flow = { doc, y: PAGE.top }
  newPage(flow)
  const drawing: Drawing = { flow, cv, images: openImages(doc, images), clean: (text) => printable(doc, text) }
  drawHead(drawing, words, verification)
  drawText(drawing, 'summary', cv.summary)
  drawHistory(drawing, 'work')
  drawHistory(drawing, 'volunteering')
  drawHistory(drawing, 'education')
  drawBadges(drawing)
  drawSkills(drawing)
  drawLanguages(drawing)
  drawText(drawing, 'interests', cv.interests)
  drawLinks(drawing)
  numberPages(drawing, words)
  return finish()
}

function drawHead({ flow, cv, clean }: Drawing, words: PdfWords, verification: Verification): void {
  const width = WIDTH - (verification ? QR + 8 : 0)
  const column = { x: PAGE.left, width }
  const top = flow.y
  write(flow, [{ text: clean(cv.name) || cv.name, font: 'bold', size: 24, color: INK, gap: 0 }], column)
  if (cv.headline) write(flow, [{ text: clean(cv.headline), font: 'semibold', size: 12, color: SEA, gap: 1.2 }], column)
  const contacts: Piece[] = [
    { text: cv.email, link: `mailto:${cv.email}` },
    { text: cv.phone, link: `tel:${cv.phone.replace(/[^+\d]/g, '')}` },
    { text: cv.town },
    ...(cv.website ? [{ text: cv.website.label, link: cv.website.url }] : []),
  ]
  flow.y += 0.8
  writeContacts(
    flow,
    contacts.filter(({ text }) => text !== '').map((piece) => ({ ...piece, text: clean(piece.text) })),
    column,
  )
  if (verification) {
    const x = PAGE.right - QR
    placeQr(flow.doc, verification.address, { x, y: top, side: QR })
    const link = { x: x - 3, y: top + QR + 1.2, width: QR + 6 }
    writeLine(flow.doc, words.verify, link, { font: 'semibold', size: 8, color: SEA, align: 'center' })
    flow.doc.link(mm(x), mm(top), mm(QR), mm(QR + 5), verification.address)
    write(flow, [{ text: verification.address, size: 7.5, color: MUTED, link: verification.address, gap: 0 }], column)
    flow.y = Math.max(flow.y, top + QR + 6)
  }
  flow.y += 1.5
}

/** One after the other on a line while they fit, each its own link. */
function writeContacts(flow: Flow, contacts: readonly Piece[], { x, width }: { x: number; width: number }): void {
  const { doc } = flow
  doc.font('regular').fontSize(9.5)
  const widthOf = (text: string) => (doc.widthOfString(text) * 25.4) / 72
  const between = 5
  let at = x
  for (const [index, { text, link }] of contacts.entries()) {
    const own = widthOf(text)
    if (at > x && at + own > x + width) {
      at = x
      flow.y += 5
    }
    if (own > width) {
      write(flow, [{ text, size: 9.5, link: link ?? null, gap: 0 }], { x, width })
      continue
    }
    doc
      .font('regular')
      .fontSize(9.5)
      .fillColor(link ? SEA : INK)
    doc.text(text, mm(at), mm(flow.y), { lineBreak: false, ...(link && { link }) })
    at += own + between
    if (index === contacts.length - 1) flow.y += 5
  }
}

/** Never alone at the foot of a page: `next` is what must follow it. */
function drawHeading({ flow, cv }: Drawing, section: keyof PresentedCv['words']['sections'], next: number): void {
  const { doc } = flow
  flow.y += 2.4
  keepTogether(flow, 9 + Math.min(next, 60))
  write(flow, [{ text: cv.words.sections[section], font: 'bold', size: 12.5, color: SEA, gap: 0.2 }], { x: PAGE.left, width: WIDTH })
  doc.moveTo(mm(PAGE.left), mm(flow.y)).lineTo(mm(PAGE.right), mm(flow.y)).lineWidth(0.8).strokeColor(SEA).stroke()
  flow.y += 2.4
}

function drawText(drawing: Drawing, section: 'summary' | 'interests', written: string): void {
  const text = drawing.clean(written)
  if (!text) return
  const pieces = [{ text }]
  const height = heightOf(drawing.flow.doc, pieces, WIDTH)
  drawHeading(drawing, section, height)
  keepTogether(drawing.flow, height)
  write(drawing.flow, pieces, { x: PAGE.left, width: WIDTH })
}

function drawHistory(drawing: Drawing, section: 'work' | 'volunteering' | 'education'): void {
  const { flow, cv, clean } = drawing
  for (const [index, entry] of cv[section].entries()) {
    const pieces: Piece[] = [
      { text: clean(entry.title), font: 'semibold', size: 10.5, gap: 0.3 },
      ...(entry.where ? [{ text: clean(entry.where), size: 9.5, color: MUTED, gap: 0.6 }] : []),
      ...(entry.text ? [{ text: clean(entry.text) }] : []),
    ]
    const height = heightOf(flow.doc, pieces, BODY.width)
    if (index === 0) drawHeading(drawing, section, height)
    keepTogether(flow, height)
    const top = flow.y
    write(flow, [{ text: entry.when, size: 9, color: MUTED }], { x: PAGE.left, width: ASIDE - 4 })
    const left = flow.y
    const page = flow.doc.bufferedPageRange().count
    flow.y = top
    write(flow, pieces, BODY)
    if (flow.doc.bufferedPageRange().count === page) flow.y = Math.max(flow.y, left)
    flow.y += 1.4
  }
}

/** Few have room; many stand in two columns, row by row, so that they are read in their order. */
function drawBadges(drawing: Drawing): void {
  const { flow, cv, clean } = drawing
  if (cv.badges.length === 0) return
  const isMany = cv.badges.length > 5
  const columns = isMany ? 2 : 1
  const [side, gap] = isMany ? [9, 6] : [14, 0]
  const width = (WIDTH - gap * (columns - 1)) / columns
  const text = width - side - 4
  const pieces = cv.badges.map(({ name, href, issuerName, receivedOn, state, sentence }): Piece[] => [
    { text: clean(name), font: 'semibold', size: isMany ? 9.5 : 10.5, color: href ? SEA : INK, link: href, gap: 0.2 },
    { text: clean([issuerName, receivedOn, state].filter(Boolean).join(' · ')), size: isMany ? 8 : 9, color: MUTED, gap: 0.4 },
    ...(sentence ? [{ text: clean(sentence), size: isMany ? 8.5 : 9.5 }] : []),
  ])
  const heights = pieces.map((badge) => Math.max(side, heightOf(flow.doc, badge, text)) + (isMany ? 2 : 3))
  drawHeading(drawing, 'badges', Math.max(...heights.slice(0, columns)))
  for (let first = 0; first < pieces.length; first += columns) {
    const height = Math.max(...heights.slice(first, first + columns))
    keepTogether(flow, height)
    const top = flow.y
    for (const [column, badge] of pieces.slice(first, first + columns).entries()) {
      const x = PAGE.left + column * (width + gap)
      placeImage(flow.doc, drawing.images, cv.badges[first + column]!.badgeId, { x, y: top + 0.4, side })
      flow.y = top
      write(flow, badge, { x: x + side + 4, width: text })
    }
    flow.y = top + height
  }
}

/** Those that the same badges attest stand together, with these. */
function drawSkills(drawing: Drawing): void {
  const { cv, clean } = drawing
  const { attested, own } = cv.skills
  const behind = [...new Set(attested.map(({ badges }) => badges.join(', ')))]
  const told = behind.map((badges) => {
    const names = attested.filter((skill) => skill.badges.join(', ') === badges).map(({ name }) => name)
    return { text: clean(`${names.join(', ')} (${badges})`), size: 9.5, gap: 1 }
  })
  drawGroups(drawing, 'skills', [
    told.length > 0 ? [{ text: cv.words.attested, size: 9, color: MUTED }, ...told] : [],
    own.length > 0 ? [...(told.length > 0 ? [{ text: cv.words.own, size: 9, color: MUTED }] : []), { text: clean(own.join(', ')), size: 9.5 }] : [],
  ])
}

function drawLanguages(drawing: Drawing): void {
  const told = drawing.cv.languages.map(({ name, level }) => [name, level && `(${level})`].filter(Boolean).join(' '))
  drawGroups(drawing, 'languages', [told.length > 0 ? [{ text: drawing.clean(told.join(', ')), size: 9.5 }] : []])
}

const drawLinks = (drawing: Drawing) =>
  drawGroups(drawing, 'links', [drawing.cv.links.map(({ label, url }) => ({ text: drawing.clean(label) || url, size: 9.5, color: SEA, link: url }))])

function drawGroups(drawing: Drawing, section: 'skills' | 'languages' | 'links', groups: Piece[][]): void {
  const { flow } = drawing
  const column = { x: PAGE.left, width: WIDTH }
  for (const [index, pieces] of groups.filter((group) => group.length > 0).entries()) {
    const first = heightOf(flow.doc, pieces.slice(0, 2), WIDTH)
    if (index === 0) drawHeading(drawing, section, first)
    else flow.y += 1.5
    for (const [place, piece] of pieces.entries()) {
      keepTogether(flow, place === 0 ? first : heightOf(flow.doc, [piece], WIDTH))
      write(flow, [piece], column)
    }
  }
}

function numberPages({ flow: { doc }, clean, cv }: Drawing, { pageOf }: PdfWords): void {
  const { count } = doc.bufferedPageRange()
  if (count < 2) return
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index)
    // Below the margin, where text would otherwise open another page.
    doc.page.margins.bottom = 0
    writeLine(doc, clean(pageOf(index + 1, count)) || cv.name, { x: PAGE.left, y: 284, width: WIDTH }, { font: 'regular', size: 8, color: MUTED })
  }
}
