import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#kit/errors.ts'
import { demoDesigns } from '../design/art.ts'
import { drawBadge } from '../design/draw-badge.ts'
import { hostileSvgs } from './hostile-svg.fixture.ts'
import { normalizeImage } from './normalize-image.ts'
import { rasterizeSvg, renderPng } from './render-png.ts'
import { sanitizeSvg } from './sanitize-svg.ts'

const { window } = new JSDOM('')
const parse = (text: string) => new window.DOMParser().parseFromString(text, 'image/svg+xml').documentElement

/** Written apart from the sanitiser: what a reader of the result would look for. */
function listDangers(svg: string): string[] {
  const root = parse(svg)
  const dangers: string[] = []
  if (root.querySelector('parsererror') || root.localName === 'parsererror') dangers.push('not well-formed')
  for (const pattern of [/<!/, /<\?/, /javascript/i, /data:/i, /evil\.example/, /file:/, /@import/i, /@font-face/i, /expression/i, /alert\(1\)</, /\\/])
    if (pattern.test(svg)) dangers.push(String(pattern))
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.namespaceURI !== 'http://www.w3.org/2000/svg') dangers.push(`${element.nodeName} of ${element.namespaceURI}`)
    if (/^(script|image|feImage|foreignObject|a|animate.*|set|iframe|object|embed|handler|metadata)$/i.test(element.localName)) dangers.push(element.localName)
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === 'xml:base') dangers.push(name)
      if (/href$/i.test(name) && !value.startsWith('#')) dangers.push(`${name}=${value}`)
      if (/url\(\s*["']?(?!#)/i.test(value)) dangers.push(`${name}=${value}`)
    }
  }
  for (const style of root.querySelectorAll('style')) if (/url\(\s*["']?(?!#)|:\/\//i.test(style.textContent)) dangers.push(style.textContent)
  return dangers
}

describe('a hostile SVG', () => {
  test('the corpus is large enough to mean something', () => expect(Object.keys(hostileSvgs).length).toBeGreaterThanOrEqual(90))

  test.each(Object.entries(hostileSvgs))('%s: refused, or nothing dangerous is left', async (_name, source) => {
    const began = performance.now()
    let clean: string | undefined
    try {
      clean = (await normalizeImage(Buffer.from(source))).bytes.toString()
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
    }
    if (clean !== undefined) {
      expect(listDangers(clean)).toEqual([])
      expect(sanitizeSvg(clean)).toBe(clean)
      rasterizeSvg(clean, 64)
    }
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  test.each([
    ['uses of uses', 'image_too_complex'],
    ['a use of itself', 'image_too_complex'],
    ['patterns of patterns', 'image_too_complex'],
    ['patterns of patterns by class', 'image_too_complex'],
    ['a hundred thousand shapes', 'image_too_complex'],
    ['ten thousand groups, one in another', 'image_too_complex'],
    ['tags left open', 'image_unreadable'],
    ['no namespace', 'image_unreadable'],
  ])('%s is refused as %s', async (name, code) => {
    await expect(normalizeImage(Buffer.from(hostileSvgs[name]!))).rejects.toMatchObject({ code })
  })
})

describe('a legitimate SVG', () => {
  const pixels = (svg: string) => sharp(rasterizeSvg(svg, 64)).raw().toBuffer()

  test.each(['inkscape.svg', 'illustrator.svg', 'figma.svg'])('%s looks the same afterwards', async (name) => {
    const source = readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
    const clean = (await normalizeImage(Buffer.from(source))).bytes.toString()
    expect(listDangers(clean)).toEqual([])
    const [before, after] = await Promise.all([pixels(source.replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/, '').replace(/&ns_\w+;/g, 'urn:x')), pixels(clean)])
    const difference = before.reduce((sum, value, index) => sum + Math.abs(value - after[index]!), 0) / before.length
    expect(difference).toBeLessThan(0.5)
    expect(new Set(after).size).toBeGreaterThan(20)
  })

  test('a gradient, a class, a local mask and a use survive', () => {
    const clean = sanitizeSvg(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><style>.a{fill:url(#g)}</style><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><mask id="m"><path d="M0 0h1"/></mask></defs><path id="p" class="a" mask="url(#m)" d="M0 0h9v9z"/><use href="#p" x="2"/></svg>',
    )
    for (const kept of ['.a{fill:url(#g)}', 'linearGradient', 'mask="url(#m)"', 'href="#p"', 'class="a"']) expect(clean).toContain(kept)
  })

  test('whatever our own designer draws survives unchanged', () => {
    for (const design of Object.values(demoDesigns)) {
      const drawn = drawBadge(design, { title: 'Éco-citoyen & Cie' })
      expect(parse(sanitizeSvg(drawn)).querySelectorAll('*').length).toBe(parse(drawn).querySelectorAll('*').length)
    }
  })

  test('a wide drawing is centred in a square', () => {
    expect(sanitizeSvg('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><path d="M0 0h9v9z"/></svg>')).toContain('viewBox="0 -50 200 200"')
    expect(sanitizeSvg('<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="40mm"><path d="M0 0h9v9z"/></svg>')).toContain('viewBox="-15 0 40 40"')
  })

  test('a drawing without any size is refused, and one of photographs only too', () => {
    expect(() => sanitizeSvg('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>')).toThrow(expect.objectContaining({ code: 'image_without_size' }))
    expect(() => sanitizeSvg('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><image href="data:image/png;base64,AA=="/></svg>')).toThrow(
      expect.objectContaining({ code: 'image_empty' }),
    )
  })

  test('UTF-16 with its mark is read', async () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>é</title><path d="M0 0h9v9z"/></svg>'
    expect((await normalizeImage(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))).bytes.toString()).toContain('é')
  })
})

describe('a PNG', () => {
  const png = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 1 } } })
      .png()
      .toBuffer()

  test('is squared on a transparent ground and drawn anew, without what was hidden in it', async () => {
    const hidden = await sharp(await png(300, 100))
      .withMetadata({ exif: { IFD0: { Copyright: 'SECRET-DE-FICHIER' } } })
      .png()
      .toBuffer()
    const { bytes, mediaType } = await normalizeImage(Buffer.concat([hidden, Buffer.from('<script>alert(1)</script>')]))
    expect(mediaType).toBe('image/png')
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 300, height: 300, hasAlpha: true })
    expect((await sharp(bytes).raw().toBuffer()).subarray(0, 4)).toEqual(Buffer.from([0, 0, 0, 0]))
    expect(bytes.includes('SECRET-DE-FICHIER') || bytes.includes('script')).toBe(false)
  })

  test('a large one is reduced', async () => {
    expect(await sharp((await normalizeImage(await png(2000, 1800))).bytes).metadata()).toMatchObject({ width: 1024, height: 1024 })
  })

  test('giant dimensions are refused from the header, before anything is unpacked', async () => {
    const bomb = Buffer.from(await png(64, 64))
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    await expect(normalizeImage(bomb)).rejects.toMatchObject({ code: 'image_too_many_pixels', detail: { max: 3000 } })
  })

  test('what is too small, too heavy, cut short or not a picture is refused, each with its own word', async () => {
    const whole = await png(200, 200)
    await expect(normalizeImage(await png(40, 40))).rejects.toMatchObject({ code: 'image_too_small' })
    await expect(normalizeImage(Buffer.alloc(1024 * 1024 + 1))).rejects.toMatchObject({ code: 'image_too_large' })
    await expect(normalizeImage(whole.subarray(0, whole.length - 40))).rejects.toMatchObject({ code: 'image_unreadable' })
    await expect(normalizeImage(whole.subarray(0, 20))).rejects.toMatchObject({ code: 'image_unreadable' })
    for (const other of ['GIF89a', '%PDF-1.7', '\xff\xd8\xff\xe0', 'PK\x03\x04', '', 'bonjour', '<html><p>non</p></html>'])
      await expect(normalizeImage(Buffer.from(other, 'latin1'))).rejects.toMatchObject({ code: 'image_unknown_format' })
  })
})

test('accents are drawn with our own font: the letters are there, and are not boxes', async () => {
  const draw = (text: string) =>
    rasterizeSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><text x="5" y="40" font-family="Inter, Arial" font-size="40">${text}</text></svg>`, 200)
  expect(draw('éàç').equals(draw('eac'))).toBe(false)
  expect(draw('é').equals(draw('\u{10FFFF}'))).toBe(false)
  expect(await sharp(await renderPng({ bytes: Buffer.from(drawBadge(demoDesigns.citizen, { title: '' })), mediaType: 'image/svg+xml' }, 128)).metadata()).toMatchObject({
    width: 128,
    height: 128,
  })
})
