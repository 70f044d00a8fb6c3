import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { demoDesigns } from './art.ts'
import { BadgeDesign } from './badge-design.schema.ts'
import { contrast, READABLE } from './colour.ts'
import { designLabels, designMessages } from './design-labels.ts'
import { ICON_STROKE } from './icon-format.ts'
import { findIcons, type Icon, icons } from './icons.ts'
import { palettes } from './palettes.ts'

const design = demoDesigns.citizen

describe('BadgeDesign', () => {
  test('every demonstration design parses unchanged', () => {
    for (const demo of Object.values(demoDesigns)) expect(BadgeDesign.parse(demo)).toEqual(demo)
  })

  test.each([
    { ribbon: 'Une phrase beaucoup trop longue' },
    { symbol: { kind: 'icon', name: 'unicorn' } },
    { symbol: { kind: 'initials', text: '' } },
    { symbol: { kind: 'initials', text: 'ABCDE' } },
    { primary: 'red' },
    { primary: '#fff' },
    { secondary: 'url(#a)' },
    { shape: 'toString' },
    { level: 'platinum' },
  ])('%o is refused', (change) => {
    expect(BadgeDesign.safeParse({ ...design, ...change }).success).toBe(false)
  })

  test('24 accented letters fit a ribbon, however they are encoded', () => {
    expect(BadgeDesign.safeParse({ ...design, ribbon: 'é'.repeat(24) }).success).toBe(true)
    expect(BadgeDesign.safeParse({ ...design, ribbon: 'e\u0301'.repeat(24) }).success).toBe(true)
  })

  test('it can be written in an OpenAPI document', () => {
    expect(z.toJSONSchema(BadgeDesign)).toMatchObject({ type: 'object', properties: { shape: { type: 'string' } } })
  })
})

describe('what the designer offers', () => {
  test('palettes have readable inks', () => {
    for (const { primary, ink } of palettes) expect(contrast(ink, primary)).toBeGreaterThanOrEqual(READABLE)
  })

  test('everything has a French and an English name', () => {
    for (const language of ['fr', 'en'] as const) {
      const messages = Object.values(designMessages(language))
      expect(messages.every((message) => message.trim() !== '')).toBe(true)
    }
    for (const labels of [designLabels.icon, designLabels.shape, designLabels.palette]) {
      const names = Object.values(labels).map((label) => label.fr)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('every icon fills its grid, stays inside and is centred', () => {
    for (const [name, { parts }] of Object.entries<Icon>(icons)) {
      const paths = parts.map(([kind, d]) => `<path d="${d}" ${kind === 'solid' || kind.endsWith('flat') ? 'stroke="none"' : 'fill="none"'}/>`)
      const group = `<g stroke="#000" stroke-width="${ICON_STROKE}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g>`
      const box = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 48 48">${group}</svg>`).getBBox()
      if (!box) throw new Error(`${name} draws nothing`)
      const { x, y, width, height } = box
      expect(Math.min(x, y, 24 - x - width, 24 - y - height), `${name} within the grid`).toBeGreaterThan(-0.1)
      expect(Math.hypot(x + width / 2 - 12, y + height / 2 - 12), `${name} off centre`).toBeLessThan(0.8)
      expect(Math.max(width, height), `${name} size`).toBeGreaterThan(16.5)
    }
  })

  test('icons are found by French or English words, without accents', () => {
    expect(findIcons('ecologie')).toContain('eco-citizen')
    expect(findIcons('HARCÈLEMENT')).toContain('sentinel')
    expect(findIcons('computer')).toContain('laptop')
    expect(findIcons('zzz')).toEqual([])
    expect(findIcons('').length).toBe(Object.keys(icons).length)
  })
})
