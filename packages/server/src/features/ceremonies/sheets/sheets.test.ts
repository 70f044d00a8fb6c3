import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { expectWellFormed } from '../../achievements/design/well-formed.fixture.ts'
import { SHEETS, type Sheet } from '../ceremonies.schema.ts'
import { drawSheets } from './draw-sheets.ts'
import type { Piece, Words } from './piece.ts'
import { type Box, readPdf } from './read-pdf.fixture.ts'

const WORDS: Words = {
  title: 'Planche, Collège <Bedel> & Cie',
  lang: 'fr',
  certificate: { heading: 'Le badge', awarded: 'est remis à', signatures: ['Pour la structure', 'La personne'], scan: 'Ce QR code montre le badge signé.' },
  wall: { note: 'Liste interne', noClass: 'Sans classe', continued: '(suite)' },
}
const NAMES = ['Zoé', 'Œdipe', 'Anne-Charlotte-Éléonore', 'Çelik', 'Noël']
const images = new Map([
  [
    'star',
    await sharp({ create: { width: 64, height: 64, channels: 4, background: '#0b5c6680' } })
      .png()
      .toBuffer(),
  ],
])

const makePieces = (count: number): Piece[] =>
  Array.from({ length: count }, (_, index) => ({
    personKey: String(index),
    calledName: NAMES[index % NAMES.length]!,
    className: '4e B',
    organizationName: 'Collège Maurice Bedel',
    badgeName: index % 2 ? 'Ambassadrice et ambassadeur contre le harcèlement entre élèves' : 'Éco-citoyen',
    description: 'Prend soin du lieu où l’on vit ensemble.',
    imageKey: 'star',
    issued: 'Attribué le 12 juin 2026',
    address: `https://badges.ac-poitiers.fr/achievements/0198f3c2-7c1e-7b52-9a10-${String(index).padStart(12, '0')}`,
    code: 'ABCDEFGH',
    instruction: 'Scanne ce dessin, ou ouvre badges.ac-poitiers.fr/claim et tape ce code :',
  }))

const print = async (sheet: Sheet, count: number, how?: { withPhone: boolean }) =>
  readPdf(await drawSheets([{ sheet, pieces: makePieces(count) }], images, WORDS, new Date('2026-06-12T10:00:00Z')), how)

/** Millimetres from the top left of the sheet, read on a ruler: of the first picture, of the first QR, and from one to the next. */
const MEASURES: [
  Sheet,
  { page: [number, number]; count: number; picture: [x: number, y: number, side: number]; qr?: [x: number, y: number, side: number]; across: number; down: number },
][] = [
  ['cards', { page: [210, 297], count: 8, picture: [19, 22.5, 27], qr: [74, 51.5, 25], across: 92, down: 66 }],
  ['cards-a6', { page: [210, 297], count: 4, picture: [27.5, 12.5, 50], qr: [65, 107.5, 30], across: 105, down: 148 }],
  ['labels-70x37', { page: [210, 297], count: 24, picture: [6, 8, 10], qr: [42, 8, 22], across: 70, down: 37 }],
  ['labels-64x33', { page: [210, 297], count: 24, picture: [12.1, 19.2, 10], qr: [46.7, 19.2, 22], across: 64.6, down: 33.8 }],
  ['round-32', { page: [210, 297], count: 24, picture: [28, 19.9, 16], across: 46, down: 46 }],
  ['round-45', { page: [210, 297], count: 15, picture: [34, 15.5, 22], across: 60, down: 57 }],
  ['round-58', { page: [210, 297], count: 8, picture: [53, 14.9, 20], qr: [56.5, 52, 13], across: 84, down: 72 }],
  ['certificate-a4', { page: [297, 210], count: 1, picture: [124.46, 32.87, 48.09], qr: [240.43, 153.09, 33.94], across: 0, down: 0 }],
  ['certificate-a5', { page: [210, 297], count: 2, picture: [88, 23.5, 34], qr: [170, 108.5, 24], across: 0, down: 148 }],
]
const isNear = (a: number, b: number) => Math.abs(a - b) <= 0.1

describe.each(MEASURES)('%s', (sheet, { page: [width, height], count, picture, qr, across, down }) => {
  test(`has ${count} on a sheet of A4, each within a tenth of a millimetre of its place`, async () => {
    const { pages } = await print(sheet, count + 1)
    expect(pages).toHaveLength(2)
    for (const page of pages) expect([page.width, page.height].map((length) => Math.round(length * 10) / 10)).toEqual([width, height])
    expect(pages.map(({ images }) => images.length)).toEqual([count, 1])
    const columns = across ? pages[0]!.images.filter(({ y }) => isNear(y, picture[1])).length : 1
    const misplaced = (boxes: Box[], [x, y, side]: readonly [number, number, number]) =>
      boxes.filter((box, index) => {
        const at = [x + (index % columns) * across, y + Math.floor(index / columns) * down, side, side]
        return ![box.x, box.y, box.width, box.height].every((length, which) => isNear(length, at[which]!))
      })
    expect(misplaced(pages[0]!.images, picture)).toEqual([])
    expect(pages[0]!.fills).toHaveLength(qr ? count : 0)
    if (qr) expect(misplaced(pages[0]!.fills, qr)).toEqual([])
  })

  test('every code on it is read by a phone, and opens its own address', async () => {
    const { pages } = await print(sheet, count, { withPhone: true })
    expect(pages[0]!.codes).toEqual(qr ? makePieces(count).map(({ address }) => address) : [])
  })
})

test.each([
  ['round-32', 43, 32, 14.5, 12],
  ['round-45', 54, 45, 18, 7.5],
  ['round-58', 70, 58, 28, 5.5],
] as const)('%s is cut at ø %d mm, around a visible face of ø %d mm', async (sheet, cut, visible, left, top) => {
  const { strokes, width, height } = (await print(sheet, 1)).pages[0]!
  const inset = (cut - visible) / 2
  const expected = [
    [left, top, cut, cut],
    [left + inset, top + inset, visible, visible],
  ]
  expect(strokes.map((box) => [box.x, box.y, box.width, box.height].map((length) => Math.round(length * 10) / 10))).toEqual(expected)
  expect(Math.min(left, top, width - left - cut, height - top - cut), 'what every office printer reaches').toBeGreaterThan(4.2)
})

test('no two buttons overlap, and none is cut by the edge of the sheet', async () => {
  for (const sheet of ['round-32', 'round-45', 'round-58'] as const) {
    const [page] = (await print(sheet, 24)).pages
    const cuts = page!.strokes.filter((_, index) => index % 2 === 0)
    for (const one of cuts) {
      expect(one.x > 4.2 && one.y > 4.2 && one.x + one.width < page!.width - 4.2 && one.y + one.height < page!.height - 4.2).toBe(true)
      for (const other of cuts) if (other !== one) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.width + 1)
    }
  }
})

test.each(['cards-a6', 'certificate-a5'] as const)('%s has marks at the edges of the sheet where it is cut, and none elsewhere', async (sheet) => {
  const marks = (await print(sheet, 1)).pages[0]!.strokes[0]!
  expect([marks.x, marks.y, marks.width, marks.height].map(Math.round)).toEqual(sheet === 'cards-a6' ? [0, 0, 210, 297] : [0, 149, 210, 0])
})

test('the wall list names each person once a class, with all their badges, over as many pages as it takes', async () => {
  const pieces = makePieces(90)
  const twice = { ...pieces[0]!, badgeName: 'Médiatrice' }
  const { pages } = await readPdf(
    await drawSheets([{ sheet: 'wall-list', pieces: [...pieces, twice, { ...pieces[1]!, personKey: 'none', className: '' }] }], images, WORDS, new Date()),
  )
  expect(pages.length).toBeGreaterThan(2)
  expect(pages[0]!.text).toContain('Éco-citoyen · Médiatrice')
  expect(pages[1]!.text).toContain('4e B (suite)')
  expect(pages.at(-1)!.text).toContain('Sans classe')
  const all = pages.map(({ text }) => text).join('\n')
  expect(all.match(/Zoé/g)).toHaveLength(18)
  for (const { text, fills } of pages) {
    expect(text).toContain('Liste interne')
    expect(fills, 'no code').toEqual([])
  }
})

describe.each(SHEETS)('the file of %s', (sheet) => {
  test('is archivable: fonts inside, colours and language said, one picture however many show it', async () => {
    const { objects, xmp, pages } = await print(sheet, 9)
    const fonts = objects.filter((object) => object.includes('/Type /Font\n'))
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+Inter/)
    const descriptors = objects.filter((object) => object.includes('/Type /FontDescriptor'))
    expect(descriptors.length).toBeGreaterThan(0)
    for (const descriptor of descriptors) expect(descriptor).toMatch(/\/FontFile[23] \d+ 0 R/)
    const pictures = objects.filter((object) => /\/Subtype \/Image/.test(object) && /\/SMask/.test(object))
    expect(pictures).toHaveLength(sheet === 'wall-list' ? 0 : 1)
    expectWellFormed(xmp.replace(/<\?xpacket[^>]*\?>/g, '').trim())
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(xmp).toContain('Planche, Collège Bedel + Cie')
    const root = objects.find((object) => object.includes('/Type /Catalog'))!
    expect(root).toMatch(/\/Lang \(fr\)/)
    expect(root).toMatch(/\/OutputIntents \[\d+ 0 R\]/)
    expect(root).toMatch(/\/Metadata \d+ 0 R/)
    expect(pages.map(({ text }) => text).join(' ')).toMatch(/Œdipe[\s\S]*Noël/)
  })
})
