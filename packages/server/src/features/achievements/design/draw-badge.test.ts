import DOMPurify from 'isomorphic-dompurify'
import { describe, expect, test } from 'vitest'
import { demoDesigns } from './art.ts'
import { BadgeDesign, frameNames, levelNames, patternNames } from './badge-design.schema.ts'
import { contrast, READABLE } from './colour.ts'
import { drawBadge } from './draw-badge.ts'
import { type IconName, iconNames } from './icons.ts'
import { palettes } from './palettes.ts'
import { shapeNames } from './shapes.ts'
import { expectWellFormed } from './well-formed.fixture.ts'

const plain: BadgeDesign = { ...demoDesigns['eco-citizen'], ribbon: '' }
const title = 'Éco-citoyen'
const withIcon = (name: IconName): BadgeDesign => ({ ...plain, symbol: { kind: 'icon', name } })

const everyChoice: BadgeDesign[] = [
  ...shapeNames.map((shape) => ({ ...plain, shape })),
  ...frameNames.map((frame) => ({ ...plain, frame })),
  ...patternNames.map((pattern) => ({ ...plain, pattern })),
  ...levelNames.map((level) => ({ ...plain, level })),
  ...iconNames.map(withIcon),
  ...palettes.map(({ primary, secondary, ink }) => ({ ...plain, primary, secondary, ink })),
  { ...plain, symbol: { kind: 'initials', text: 'ÉB' } },
  ...Object.values(demoDesigns),
]

/** Colours of the drawn text, and of the strokes of the icon. */
const inksOf = (svg: string) => ({
  icon: svg.match(/<g transform[^>]* stroke="(#\w+)"/)?.[1] as string,
  fills: [...(svg.match(/<g transform.*?<\/g>/)?.[0] ?? '').matchAll(/<path[^>]* fill="(#\w+)"(?! stroke="none")/g)].map((match) => match[1] as string),
  ribbon: svg.match(/<text[^>]* fill="(#\w+)"/)?.[1] as string,
})

describe('drawBadge', () => {
  test('every shape, frame, pattern, level, icon and palette draws a well-formed square picture', () => {
    for (const design of everyChoice) {
      const svg = drawBadge(BadgeDesign.parse(design), { title })
      expectWellFormed(svg)
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 512 512" width="512" height="512" role="img"><title>Éco-citoyen<\/title>/)
      expect(svg).not.toMatch(/NaN|undefined|null|Infinity/)
    }
  })

  test('nothing in the picture runs, styles, or points outside it', () => {
    for (const design of everyChoice) {
      const svg = drawBadge(design, { title })
      expect(svg).not.toMatch(/<(script|style|foreignObject|image|use|a|animate|set)\b|\son\w+=|\bhref=|url\((?!#)|@import|data:/i)
    }
  })

  test('a sanitizer leaves the picture as it is', () => {
    const tags = (svg: string) => [...svg.matchAll(/<(\w+)/g)].map((match) => match[1])
    const svg = drawBadge({ ...demoDesigns.creative, level: 'gold' }, { title })
    const clean = DOMPurify.sanitize(svg, { USE_PROFILES: { svg: true } })
    expect(tags(clean)).toEqual(tags(svg))
    for (const attribute of ['clip-path', 'stroke-dasharray', 'textLength', 'lengthAdjust', 'font-family']) expect(clean).toContain(`${attribute}=`)
  })

  test('the same design gives the same text', () => {
    for (const design of everyChoice) expect(drawBadge({ ...design }, { title })).toBe(drawBadge(design, { title }))
  })

  test('title, ribbon and initials are escaped', () => {
    const hostile = '</title><script>"&\''
    const svg = drawBadge({ ...plain, ribbon: '<b>&"\u0000', symbol: { kind: 'initials', text: '<&' } }, { title: hostile })
    expectWellFormed(svg)
    expect(svg).toContain('<title>&#60;/title&#62;&#60;script&#62;&#34;&#38;&#39;</title>')
    expect(svg).toContain('&#60;b&#62;&#38;&#34;</text>')
    expect(svg).not.toContain('<script')
  })

  test('icon and ribbon stay readable whatever the colours, and whatever ink was asked for', () => {
    const steps = ['00', '33', '66', '99', 'cc', 'ff']
    const colours = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)))
    colours.forEach((primary, index) => {
      const secondary = colours[(index * 37 + 11) % colours.length] as string
      const svg = drawBadge({ ...plain, primary, secondary, ink: '#808080', ribbon: 'Été' }, { title })
      const inks = inksOf(svg)
      expect(contrast(inks.icon, primary)).toBeGreaterThanOrEqual(READABLE)
      expect(contrast(inks.ribbon, secondary)).toBeGreaterThanOrEqual(READABLE)
    })
  })

  test('in our own palettes the outlines of icons read on their fills too', () => {
    for (const { primary, secondary, ink } of palettes) {
      const { icon, fills } = inksOf(drawBadge({ ...withIcon('champion'), primary, secondary, ink }, { title }))
      expect(icon).toBe(ink)
      expect(fills.length).toBe(2)
      for (const fill of fills) expect(contrast(icon, fill)).toBeGreaterThanOrEqual(READABLE)
    }
  })

  test('a metal shows in stars as well as in colour', () => {
    const stars = (level: BadgeDesign['level']) => drawBadge({ ...withIcon('ruler'), level }, { title }).split('Z').length
    expect(stars('silver') - stars('bronze')).toBe(1)
    expect(stars('gold') - stars('silver')).toBe(1)
  })

  test('a long ribbon stays inside its banner, on two lines when it can', () => {
    for (const ribbon of ['Développement durable', 'Anticonstitutionnellemen', 'WWWWWWWWWWWWWWWWWWWWWWWW', 'Formateur·rice numérique', 'À', '😀😀😀😀😀😀']) {
      const svg = drawBadge(BadgeDesign.parse({ ...plain, ribbon }), { title })
      for (const [, length] of svg.matchAll(/textLength="(\d+)"/g)) expect(Number(length)).toBeLessThanOrEqual(373)
    }
    const lines = (ribbon: string) => drawBadge({ ...plain, ribbon }, { title }).split('<text').length - 1
    expect(lines('Formateur·rice numérique')).toBe(2)
    expect(lines('Éco-citoyen')).toBe(1)
    expect(lines('')).toBe(0)
  })

  test('two badges of one page share a clip path only when it is the same', () => {
    const id = (design: BadgeDesign) => drawBadge(design, { title }).match(/clipPath id="([^"]+)"/)?.[1]
    expect(id({ ...plain, shape: 'circle' })).not.toBe(id({ ...plain, shape: 'shield' }))
    expect(id({ ...plain, primary: '#123456' })).toBe(id(plain))
  })
})
