import { describe, expect, test } from 'vitest'
import { printSlips, type Slip, type SlipLayout } from './index.ts'
import { readPdf } from './sheets/read-pdf.fixture.ts'

const ctx = { locale: 'fr' as const, now: () => new Date('2026-11-23T09:00:00Z') }
const makeSlips = (count: number): Slip[] =>
  Array.from({ length: count }, (_, index) => ({
    heading: `Zoé-Œdipe ${index + 1}`,
    lines: ['CM2, école François Rabelais', 'À remettre à la famille de l’enfant, en main propre, avant les vacances de Noël.'],
    steps: ['Scanne ce dessin avec la tablette.', 'Ou ouvre badges.ac-poitiers.fr/claim et tape le code.', 'Choisis tes quatre images.'],
    code: `ABCDEF${String(index).padStart(2, '2')}`,
    url: `https://badges.ac-poitiers.fr/claim/ABCDEF${String(index).padStart(2, '2')}`,
    footer: 'Garde-la comme une clé.',
  }))

const LAYOUTS: [SlipLayout, number][] = [
  ['cards', 8],
  ['a6', 4],
  ['slips', 3],
  ['a5', 2],
]

describe.each(LAYOUTS)('%s', (layout, aSheet) => {
  test(`has ${aSheet} on a sheet of A4, each with its words, its code and its QR, and none beyond its cut`, async () => {
    const slips = makeSlips(aSheet + 1)
    const { pages, objects } = await readPdf(await printSlips(ctx, { title: 'Papiers & cartes', slips, layout }), { withPhone: true })
    expect(pages.map(({ codes }) => codes)).toEqual([slips.slice(0, aSheet).map(({ url }) => url), [slips[aSheet]!.url]])
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(Array(2).fill([210, 297]))
    const text = pages[0]!.text.replace(/\s+/g, ' ')
    for (const words of ['Zoé-Œdipe 1', 'école François Rabelais', 'avant les vacances de Noël', '1.', '3.', 'Choisis tes quatre images', 'ABCD-EF20', 'comme une clé'])
      expect(text).toContain(words)
    expect(pages[0]!.strokes.length, 'where to cut').toBeGreaterThan(0)
    for (const font of objects.filter((object) => object.includes('/Type /FontDescriptor'))) expect(font).toMatch(/\/FontFile[23]/)
    expect(objects.find((object) => object.includes('/Type /Catalog'))).toMatch(/\/Lang \(fr\)/)
  })
})

test('a slip of words alone has neither code nor QR', async () => {
  const { pages } = await readPdf(await printSlips(ctx, { title: 'Mot', slips: [{ heading: 'Réunion', lines: ['Mardi à 18 h'] }] }))
  expect(pages[0]!.fills).toEqual([])
  expect(pages[0]!.text).toContain('Mardi à 18 h')
})

test('nothing to print, or more than a whole year group, is refused', async () => {
  await expect(printSlips(ctx, { title: 'Rien', slips: [] })).rejects.toMatchObject({ code: 'no_cards' })
  await expect(printSlips(ctx, { title: 'Trop', slips: makeSlips(401) })).rejects.toMatchObject({ code: 'too_many_cards' })
})
