import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readPdf } from '#features/ceremonies/sheets/read-pdf.fixture.ts'
import { drawBooklets } from './draw-booklets.ts'
import { makeBadges, makeEmptyPaper, makeLongPaper, makePaper, WORDS } from './paper.fixture.ts'
import type { Paper } from './paper.ts'

const images = new Map([
  [
    'star',
    await sharp({ create: { width: 64, height: 64, channels: 4, background: '#0b5c6680' } })
      .png()
      .toBuffer(),
  ],
])
const print = async (papers: readonly Paper[], how?: { withPhone: boolean }) => readPdf(await drawBooklets(papers, images, WORDS, new Date('2026-11-25T10:00:00Z')), how)

describe('a booklet on paper', () => {
  test('has a recto with the badges and a verso with advice and sentences, and no third page', async () => {
    const { pages } = await print([makePaper()])
    expect(pages).toHaveLength(2)
    const [recto, verso] = pages.map(({ text }) => text)
    for (const words of ['Lina Moreau', '2de 4', '2 badges sur 2', 'Conversions', 'Validé le 12 octobre 2026', '12 oct. : validé']) expect(recto).toContain(words)
    for (const words of ['Les conseils reçus', 'Tu as oublié le carré', 'À refaire : Combien de chiffres ?', 'Mes phrases', 'La famille : un mot, une signature'])
      expect(verso).toContain(words)
    expect(verso).not.toContain('la suite en ligne')
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [210, 297],
      [210, 297],
    ])
  })

  test('leaves out signs that the font does not know', async () => {
    expect((await print([makePaper()])).pages[1]!.text).toContain('l’unité à chaque ligne.')
  })

  test.each([
    ['one with nothing yet', makeEmptyPaper()],
    ['one with more than fits', makeLongPaper()],
    ['two badges', makePaper({ badges: makeBadges(2) })],
    ['forty badges', makePaper({ badges: makeBadges(40) })],
  ] as const)('%s: two pages, nothing beyond their edges', async (_, paper) => {
    const { pages } = await print([paper])
    expect(pages).toHaveLength(2)
    expect(pages[0]!.images).toHaveLength(paper.badges.length)
    for (const { images, strokes, fills } of pages)
      for (const { x, y, width, height } of [...images, ...strokes, ...fills]) expect(x > 10 && y > 10 && x + width < 200 && y + height < 287).toBe(true)
  })

  test('with more than fits ends at a word and says where the rest is; of each badge the latest advice comes before older ones', async () => {
    const { text } = (await print([makeLongPaper()])).pages[1]!
    expect(text.match(/la suite en ligne/g)).toHaveLength(2)
    for (const badge of ['Conversions', 'Chiffres significatifs', 'Relations littérales']) expect(text).toContain(badge)
    expect(text).toContain('La famille : un mot, une signature')
  })

  test('its codes open the booklet and what is to be done again', async () => {
    const paper = makePaper()
    const { pages } = await print([paper], { withPhone: true })
    expect(pages.flatMap(({ codes }) => codes).filter((code) => code !== 'unreadable')).toEqual(expect.arrayContaining([paper.address, paper.redo[0]!.address]))
  })
})

test('thirty are one file in which each begins on an odd page', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `Élève numéro ${index + 1}`)
  const { pages } = await print(names.map((name, index) => (index % 7 === 3 ? { ...makeLongPaper(), name } : makePaper({ name }))))
  expect(pages).toHaveLength(60)
  for (const [index, name] of names.entries()) expect(pages[index * 2]!.text).toContain(name)
})

test('the file is archivable: fonts inside, language said, one picture however many show it', async () => {
  const { objects, xmp } = await print([makePaper(), makePaper()])
  const fonts = objects.filter((object) => object.includes('/Type /Font\n'))
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+Inter/)
  for (const descriptor of objects.filter((object) => object.includes('/Type /FontDescriptor'))) expect(descriptor).toMatch(/\/FontFile[23] \d+ 0 R/)
  expect(objects.filter((object) => /\/Subtype \/Image/.test(object) && /\/SMask/.test(object))).toHaveLength(1)
  expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>')
  expect(objects.find((object) => object.includes('/Type /Catalog'))).toMatch(/\/Lang \(fr\)/)
})
