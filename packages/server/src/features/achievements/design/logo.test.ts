import { expect, test } from 'vitest'
import { contrast } from './colour.ts'
import { boatFavicon, boatMark, boatMarkOnDark, boatMonochrome, boatWordmark, boatWordmarkOnDark } from './logo.ts'
import { productPalette } from './product-palette.ts'
import { expectWellFormed } from './well-formed.fixture.ts'

test('every form of the mark is a well-formed picture that needs nothing else', () => {
  for (const svg of [boatMark, boatMarkOnDark, boatWordmark, boatWordmarkOnDark, boatFavicon, boatMonochrome]) {
    expectWellFormed(svg)
    expect(svg).toContain('<title>BOAT</title>')
    expect(svg).not.toMatch(/<(script|style|text|image|use)\b|href|url\(/)
  }
  expect(boatMonochrome).not.toMatch(/#[0-9a-f]{3}/)
})

test.each(Object.entries(productPalette))('the %s palette reaches WCAG AA', (_, colours) => {
  for (const ground of [colours.background, colours.surface]) {
    for (const name of ['text', 'mutedText', 'primary', 'accent', 'success', 'warning', 'danger'] as const) {
      expect(contrast(colours[name], ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(colours.border, ground), `border on ${ground}`).toBeGreaterThanOrEqual(3)
  }
  expect(contrast(colours.primaryContrast, colours.primary)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(colours.accentContrast, colours.accent)).toBeGreaterThanOrEqual(4.5)
})
