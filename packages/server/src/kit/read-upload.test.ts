import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readUpload } from './read-upload.ts'

const read = (fileName: string, bytes: Uint8Array | string) => readUpload({ fileName, bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes }, 8 * 1024 * 1024)
const codeOf = async (fileName: string, bytes: Uint8Array | string) =>
  read(fileName, bytes).then(
    ({ mediaType }) => mediaType,
    ({ code, detail }) => {
      expect(detail.name).toBe(fileName)
      return code
    },
  )
const picture = (width = 300, height = 200) => sharp({ create: { width, height, channels: 3, background: '#c96' } })
const PDF = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
const HTML = '<!doctype html><script>alert(1)</script>'

/** A PNG that says how large it is, and holds nothing but zeros. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeUInt32BE(crc(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(Math.min((width + 1) * height, 60_000_000)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc(bytes: Buffer): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}

describe('a photo', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('in %s is drawn anew, no larger than two thousand pixels, with a thumbnail', async (format) => {
    const { mediaType, bytes, thumbnail } = await read('soupe', await picture(2600, 1300).toFormat(format).toBuffer())
    expect(mediaType).toBe('image/webp')
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 2000, height: 1000 })
    expect(await sharp(thumbnail!).metadata()).toMatchObject({ width: 320, height: 160 })
  })

  test('stands upright, and loses the place, the time and the camera', async () => {
    const taken = await picture()
      .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '46/1 53/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(taken.includes('Telephone')).toBe(true)
    const { bytes } = await read('soupe.jpg', taken)
    const { width, height, exif, xmp, iptc, orientation } = await sharp(bytes).metadata()
    expect({ width, height }).toEqual({ width: 200, height: 300 })
    expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(bytes.includes('Telephone')).toBe(false)
  })

  test('loses what was hidden behind it: a page, an archive', async () => {
    for (const tail of [HTML, 'PK\x03\x04archive', PDF]) {
      const { bytes } = await read('double.jpg', Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from(tail, 'latin1')]))
      expect(bytes.includes(Buffer.from(tail.slice(0, 12), 'latin1'))).toBe(false)
    }
  })
})

describe('what is refused, by its name', () => {
  test.each([
    ['dessin.png', SVG],
    ['page.jpg', HTML],
    ['animation.gif', 'GIF89a\x01\x00\x01\x00\x00\x00\x00;'],
    ['archive.pdf', 'PK\x03\x04%PDF-1.7 %%EOF'],
    ['programme.pdf', 'MZ\x90\x00'],
    ['coupe.pdf', PDF.slice(0, 30)],
    ['page.pdf', `${HTML}${PDF}`],
    ['vide.jpg', ''],
    ['film.jpg', '\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00'],
  ])('%s is neither a photo nor a PDF', async (name, bytes) => {
    expect(await codeOf(name, bytes)).toBe('file_refused')
  })

  test('a photo of a telephone’s own format is told apart, so that one learns what to do', async () => {
    expect(await codeOf('IMG_0001.HEIC', '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic')).toBe('file_heic')
  })

  test('a photo that was cut off, or is only a beginning', async () => {
    const noise = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 120, sigma: 40 } } })
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const whole = await noise.clone().toFormat(format).toBuffer()
      expect(await codeOf(`coupe.${format}`, whole.subarray(0, whole.length / 2)), format).toBe('file_unreadable')
      expect(await codeOf(`debut.${format}`, whole.subarray(0, 14)), format).toBe('file_unreadable')
    }
  })

  test('a small file that unpacks to a huge picture, before it is unpacked', async () => {
    const huge = bomb(20_000, 20_000)
    expect(huge.length).toBeLessThan(100_000)
    expect(await codeOf('bombe.png', huge)).toBe('photo_too_many_pixels')
    expect(await codeOf('lente.jpg', await picture(5000, 4000).jpeg({ progressive: true }).toBuffer())).toBe('photo_too_many_pixels')
  })

  test('more than eight megabytes', async () => {
    expect(await codeOf('lourd.pdf', Buffer.concat([Buffer.from(PDF), Buffer.alloc(8 * 1024 * 1024), Buffer.from('%%EOF')]))).toBe('file_too_large')
  })
})

test('a PDF stays as it is, under a name that writes nowhere', async () => {
  const kept = await read('../../etc/C:\\dossier\\"compte\r\nrendu".pdf', PDF)
  expect(kept).toMatchObject({ fileName: 'compterendu.pdf', mediaType: 'application/pdf', thumbnail: null })
  expect(kept.bytes.toString('latin1')).toBe(PDF)
  expect((await read('', PDF)).fileName).toBe('fichier')
})
