import { createHash } from 'node:crypto'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { toUtf8 } from '../encoding/bytes.ts'
import { bake, unbake } from './bake.ts'
import { crc32 } from './crc32.ts'
import { bakePng } from './png.ts'
import { listPngChunks } from './png-chunks.ts'

function makePng(): Uint8Array {
  const png = new PNG({ width: 7, height: 5 })
  for (let at = 0; at < png.data.length; at++) png.data[at] = (at * 37) & 255
  return new Uint8Array(PNG.sync.write(png))
}
const pixels = (bytes: Uint8Array) =>
  createHash('sha256')
    .update(PNG.sync.read(Buffer.from(bytes), { checkCRC: true }).data)
    .digest('hex')

const png = makePng()
const svg = toUtf8('<?xml version="1.0"?>\n<!-- a > b --><svg xmlns="http://www.w3.org/2000/svg" width="1"><title>a &amp; b</title></svg>')
const json = JSON.stringify({ type: ['VerifiableCredential'], name: 'Élève ]]> 🎓 <&">' })
const jws = 'eyJhbGciOiJFZERTQSJ9.eyJqdGkiOiJ1cm46eDoxIn0.c2ln'
const assertion = JSON.stringify({ id: 'https://a.example/1', badge: 'https://a.example/b', type: 'Assertion' })

test.each([
  ['JSON', json, 'openbadgecredential'],
  ['a JWS', jws, 'openbadgecredential'],
  ['an assertion', assertion, 'openbadges'],
  ['an address', 'https://a.example/1?a=1&b=2', 'openbadges'],
])('%s is baked into both formats and comes out as it was', (_, credential, keyword) => {
  const fromPng = unbake(bake(png, credential))
  expect(fromPng).toEqual({ credential, keyword, format: 'png' })
  const fromSvg = unbake(bake(svg, credential))
  expect({ ...fromSvg, credential: fromSvg?.credential.replace(']]\\u003e', ']]>') }).toEqual({ credential, keyword, format: 'svg' })
})

test('the JSON of an SVG means the same', () => {
  expect(JSON.parse(unbake(bake(svg, json))?.credential ?? '')).toEqual(JSON.parse(json))
})

test('the pixels are the same, and another decoder accepts the file', () => {
  expect(pixels(bake(png, json))).toBe(pixels(png))
})

test('baking again replaces', () => {
  expect(unbake(bake(bake(png, assertion), json))?.credential).toBe(json)
  expect(unbake(bake(bake(svg, assertion), jws))?.credential).toBe(jws)
})

test('nothing baked, nothing found', () => {
  expect(unbake(png)).toBeUndefined()
  expect(unbake(svg)).toBeUndefined()
})

test('two credentials in one image are refused', () => {
  const baked = bake(png, json)
  const chunk = listPngChunks(baked)[1]
  const twice = Buffer.concat([baked.subarray(0, chunk?.end), baked.subarray(chunk?.start)])
  expect(() => unbake(twice)).toThrow(expect.objectContaining({ code: 'multiple_credentials' }))
  const one = new TextDecoder().decode(bake(svg, jws))
  const element = one.match(/<openbadges:credential[^>]*>/)?.[0] ?? ''
  expect(() => unbake(toUtf8(one.replace('</svg>', `${element}</svg>`)))).toThrow(expect.objectContaining({ code: 'multiple_credentials' }))
})

test('a PNG cut anywhere is an error with its offset, never a crash', () => {
  const baked = bake(png, json)
  for (let length = 8; length < baked.length; length += 3) {
    expect(() => unbake(baked.subarray(0, length))).toThrow(expect.objectContaining({ code: 'malformed_png', offset: expect.any(Number) }))
  }
})

test('one changed byte in the chunk is noticed', () => {
  const baked = Uint8Array.from(bake(png, json))
  const at = listPngChunks(baked)[1]?.dataStart ?? 0
  baked[at + 30] = (baked[at + 30] ?? 0) ^ 1
  expect(() => unbake(baked)).toThrow(expect.objectContaining({ code: 'malformed_png' }))
})

test('a length that lies is an error', () => {
  const wrong = Uint8Array.from(bakePng(png, json))
  wrong.set([0xff, 0xff, 0xff, 0xff], 33)
  expect(() => unbake(wrong)).toThrow(expect.objectContaining({ code: 'malformed_png' }))
})

test.each([
  ['entities', '<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>'],
  ['an undeclared entity', '<svg>&x;</svg>'],
  ['an unclosed element', '<svg><g></svg>'],
  ['a second root', '<svg/><svg/>'],
  ['an unclosed comment', '<svg><!-- </svg>'],
  ['an attribute twice', '<svg a="1" a="2"/>'],
  ['an unclosed tag', '<svg width="1"'],
])('an SVG with %s is refused', (_, text) => {
  expect(() => unbake(toUtf8(text))).toThrow(expect.objectContaining({ code: 'malformed_svg' }))
})

test('what is neither a PNG nor an SVG is refused', () => {
  for (const text of ['', 'GIF89a', '<html></html>', '{}']) expect(() => unbake(toUtf8(text))).toThrow(expect.objectContaining({ code: 'unsupported_image' }))
  expect(() => unbake(Uint8Array.of(0xff, 0xd8, 0xff))).toThrow(expect.objectContaining({ code: 'unsupported_image' }))
})

test('an empty root element is opened', () => {
  expect(unbake(bake(toUtf8('<svg xmlns="http://www.w3.org/2000/svg" />'), jws))?.credential).toBe(jws)
})

test('a credential under another prefix is found, and one of another namespace is not', () => {
  expect(unbake(toUtf8(`<svg><ob:credential xmlns:ob="https://purl.imsglobal.org/ob/v3p0" verify="${jws}"/></svg>`))?.credential).toBe(jws)
  expect(unbake(toUtf8(`<svg><ob:credential xmlns:ob="https://x.example" verify="${jws}"/></svg>`))).toBeUndefined()
})

test('the checksum is that of PNG', () => {
  expect(crc32(toUtf8('IEND'))).toBe(0xae426082)
})

describe('every version in every image', () => {
  const address = 'https://a.example/1'
  const olderJws = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(assertion).toString('base64url')}.c2ln`
  const versions = [
    ['3.0 as JSON', json, 'openbadgecredential'],
    ['3.0 as a JWS', jws, 'openbadgecredential'],
    ['2.0 as JSON', assertion, 'openbadges'],
    ['2.0 as a JWS', olderJws, 'openbadges'],
    ['1.0 as an address', address, 'openbadges'],
  ] as const
  const same = (credential: string) => (credential.startsWith('{') ? JSON.parse(credential) : credential)

  test.each(versions)('%s is baked once over any other', (_, credential, keyword) => {
    for (const [, before] of versions) {
      for (const image of [png, svg]) {
        const baked = bake(bake(bake(image, before), before), credential)
        const found = unbake(baked)
        expect([same(found?.credential ?? ''), found?.keyword]).toEqual([same(credential), keyword])
      }
      expect(listPngChunks(bake(bake(png, before), credential)).length).toBe(listPngChunks(png).length + 1)
      const elements = new TextDecoder().decode(bake(bake(svg, before), credential)).match(/<openbadges:/g)
      expect(elements?.length).toBe(1)
    }
  })

  test('the chunk is one uncompressed iTXt after the header, and the element the first of its root, each as its version has it', () => {
    for (const [, credential, keyword] of versions) {
      const chunks = listPngChunks(bake(png, credential))
      expect(chunks.slice(0, 2).map(({ type }) => type)).toEqual(['IHDR', 'iTXt'])
      const baked = bake(png, credential)
      expect(new TextDecoder().decode(baked.subarray(chunks[1]?.dataStart, (chunks[1]?.dataStart ?? 0) + keyword.length + 5))).toBe(`${keyword}\0\0\0\0\0`)
      const element =
        keyword === 'openbadges' ? '<openbadges:assertion xmlns:openbadges="http://openbadges.org"' : '<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"'
      expect(new TextDecoder().decode(bake(svg, credential))).toContain(`width="1">${element}`)
    }
  })

  test('all that were there are replaced by one', () => {
    const baked = bake(png, assertion)
    const [, old] = listPngChunks(baked)
    const crowded = Buffer.concat([bake(png, json).subarray(0, -12), baked.subarray(old?.start, old?.end), png.subarray(-12)])
    expect(() => unbake(crowded)).toThrow(expect.objectContaining({ code: 'multiple_credentials' }))
    expect(unbake(bake(new Uint8Array(crowded), jws))?.credential).toBe(jws)
    const elements = '<o:assertion xmlns:o="http://openbadges.org" verify="a"/><g><c:credential xmlns:c="https://purl.imsglobal.org/ob/v3p0">{}</c:credential></g>'
    expect(unbake(bake(toUtf8(`<svg>${elements}</svg>`), jws))?.credential).toBe(jws)
  })
})

describe('what other programs write into a PNG', () => {
  /** A PNG with one more chunk before its end. */
  const withChunk = (type: string, data: string | Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), Buffer.from(data)])
    const chunk = Buffer.alloc(body.length + 8)
    chunk.writeUInt32BE(body.length - 4)
    body.copy(chunk, 4)
    chunk.writeUInt32BE(crc32(body), body.length + 4)
    return new Uint8Array(Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12)]))
  }

  test('the address of a 1.0 assertion in a tEXt chunk is found', () => {
    expect(unbake(withChunk('tEXt', 'openbadges\0https://a.example/1'))).toMatchObject({ credential: 'https://a.example/1', keyword: 'openbadges' })
  })

  test('a language and a translated keyword are skipped', () => {
    expect(unbake(withChunk('iTXt', 'openbadgecredential\0\0\0fr\0badge\0{"a":1}'))?.credential).toBe('{"a":1}')
  })

  test('other texts are left alone', () => {
    const other = withChunk('iTXt', 'Comment\0\0\0\0\0openbadgecredential')
    expect(unbake(other)).toBeUndefined()
    expect(unbake(withChunk('tEXt', 'openbadgecredentials\0x'))).toBeUndefined()
    expect(listPngChunks(bake(other, json)).length).toBe(listPngChunks(other).length + 1)
  })

  test.each([
    ['compressed text', 'zTXt', 'openbadgecredential\0\0x'],
    ['a compressed iTXt', 'iTXt', 'openbadgecredential\0\x01\0\0\0x'],
    ['an iTXt without its fields', 'iTXt', 'openbadgecredential\0\0\0'],
    ['bytes that are no UTF-8', 'iTXt', Buffer.concat([Buffer.from('openbadgecredential\0\0\0\0\0'), Buffer.from([0xff, 0xfe])])],
  ])('%s is an error that says where', (_, type, data) => {
    expect(() => unbake(withChunk(type, data as string))).toThrow(expect.objectContaining({ code: 'malformed_png', offset: png.length - 12 }))
  })
})

test.each([
  ['<svg><g></svg>', 8],
  ['<svg/><svg/>', 6],
  ['<svg a="1" a="2"/>', 10],
  ['<svg><!-- </svg>', 9],
  ['<svg>&x;</svg>', 5],
  ['<svg><g>', 8],
  ['<svg><o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0"/></svg>', 5],
])('%s is refused at character %i', (text, offset) => {
  expect(() => unbake(toUtf8(text))).toThrow(expect.objectContaining({ code: 'malformed_svg', offset }))
})
