import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { verifyCredential } from '../verify/verify-credential.ts'
import { openArchive } from './open-archive.ts'
import { openZip } from './open-zip.ts'

const LIMITS = { maxFiles: 20, maxBytes: 100_000 }
const text = (words: string) => new TextEncoder().encode(words)
const codeOf = async (run: () => unknown) => {
  try {
    await run()
  } catch (error) {
    return (error as { code?: string }).code
  }
}
/** Changes the first place where the zip holds these bytes, or another one. */
function change(zip: Uint8Array, from: string, to: string, which = 1): Uint8Array {
  const bytes = Buffer.from(zip)
  let at = -1
  for (let count = 0; count < which; count++) at = bytes.indexOf(from, at + 1, 'latin1')
  bytes.write(to, at, 'latin1')
  return new Uint8Array(bytes)
}

describe('a zip', () => {
  test('gives its files, packed or not, and nothing of what is not there', () => {
    const zip = openZip(zipSync({ 'a/é.json': text('{}'.repeat(500)), 'b.png': [text('picture'), { level: 0 }], 'empty.txt': text(''), folder: {} }), LIMITS, unzipSync)
    expect(zip.paths).toEqual(['a/é.json', 'b.png', 'empty.txt'])
    expect(new TextDecoder().decode(zip.read('a/é.json'))).toBe('{}'.repeat(500))
    expect(zip.read('b.png')).toEqual(text('picture'))
    expect(zip.read('empty.txt')).toEqual(text(''))
    expect(zip.read('../b.png')).toBeUndefined()
  })

  test.each([
    ['no zip', text('PK nothing of the kind')],
    ['nothing', text('')],
    ['cut off', zipSync({ 'a.json': text('{}') }).slice(0, -4)],
  ])('%s is unreadable', async (_what, bytes) => {
    expect(await codeOf(() => openZip(bytes, LIMITS, unzipSync))).toBe('unreadable_zip')
  })

  test.each(['../evil.json', '/etc/passwd', 'a/../../b', 'C:/x', 'a\\b', 'a//b', './a', '~/a', 'a\u0000b'])('the name %j is refused', async (name) => {
    expect(await codeOf(() => openZip(zipSync({ [name]: text('{}') }), LIMITS, unzipSync))).toBe('unsafe_zip')
  })

  test('a list that says more files than there are is refused', async () => {
    const zip = zipSync({ 'a.json': text('{}') })
    zip[zip.length - 14] = 9
    expect(await codeOf(() => openZip(zip, LIMITS, unzipSync))).toBe('unsafe_zip')
  })

  test('a name that comes twice is refused, in whatever case', async () => {
    const zip = zipSync({ 'one.json': text('1'), 'two.json': text('2') })
    expect(await codeOf(() => openZip(change(zip, 'two.json', 'ONE.json', 2), LIMITS, unzipSync))).toBe('unsafe_zip')
  })

  test('more than the limits is refused before anything is unpacked', async () => {
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`${index}.json`, text('{}')]))
    expect(await codeOf(() => openZip(zipSync(many), LIMITS, unzipSync))).toBe('zip_too_large')
    expect(await codeOf(() => openZip(zipSync({ bomb: new Uint8Array(100_001) }), LIMITS, unzipSync))).toBe('zip_too_large')
  })

  test('a bomb that says it is small becomes no larger than it said', () => {
    const bomb = Buffer.from(zipSync({ bomb: new Uint8Array(50_000_000) }))
    bomb.writeUInt32LE(10, bomb.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24)
    const before = process.memoryUsage().arrayBuffers
    const size = (() => {
      try {
        return openZip(new Uint8Array(bomb), LIMITS, unzipSync).read('bomb')!.length
      } catch {
        return 0
      }
    })()
    expect(size).toBeLessThanOrEqual(10)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000)
  })

  test('bytes that are no deflate are unreadable', async () => {
    const zip = Buffer.from(zipSync({ 'a.txt': text('good words, and more of them'.repeat(20)) }))
    zip.fill(0xff, 35, 60)
    expect(await codeOf(() => openZip(new Uint8Array(zip), LIMITS, unzipSync))).toBe('unreadable_zip')
  })
})

const BADGE = new Uint8Array(readFileSync(new URL('../../vectors/published/dcc-fixtures/v2/ed25519/didKey/legacy-noStatus-noExpiry.json', import.meta.url)))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function makeArchive(change: object = {}, more: Record<string, Uint8Array> = {}, folder = ''): Uint8Array {
  const files = { 'credentials/a.json': BADGE, 'verification/x.example/did.json': text('{"id":"did:web:x.example"}') }
  const manifest = {
    format: 'boat-archive',
    version: 1,
    madeAt: '2026-11-23T09:00:00.000Z',
    platform: { url: 'https://badges.example' },
    badges: [{ path: 'credentials/a.json', kind: 'received', name: 'A' }],
    documents: [{ url: 'https://x.example/did.json', path: 'verification/x.example/did.json' }],
    files: Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, sha256(bytes)])),
    ...change,
  }
  const all = Object.entries({ ...files, ...more, 'manifest.json': text(JSON.stringify(manifest)) })
  return zipSync(Object.fromEntries(all.map(([path, bytes]) => [folder + path, bytes])))
}

describe('an archive', () => {
  test.each(['', 'badges-lina/'])('is compared with its manifest, and brings what its badges need (folder %j)', async (folder) => {
    const { manifest, problems, read, load } = openArchive(makeArchive({}, {}, folder), { unzip: unzipSync })
    expect(problems).toEqual([])
    const bytes = read(manifest.badges[0]!.path)
    expect(bytes).toEqual(BADGE)
    expect((await verifyCredential(bytes!, { load, now: new Date(manifest.madeAt) })).outcome).toBe('verified')
    expect(new TextDecoder().decode((await load('https://x.example/did.json')).body)).toContain('did:web:x.example')
    await expect(load('https://y.example/did.json')).rejects.toThrow('does not hold')
  })

  test('tells what was altered, what is missing, and what the manifest does not know', async () => {
    const { problems } = openArchive(makeArchive({ files: { 'credentials/a.json': '0'.repeat(64), 'gone.json': '0'.repeat(64) } }, { 'slipped-in.json': text('{}') }), {
      unzip: unzipSync,
    })
    expect(problems).toEqual([
      { code: 'altered', path: 'credentials/a.json' },
      { code: 'missing', path: 'gone.json' },
      { code: 'unlisted', path: 'verification/x.example/did.json' },
      { code: 'unlisted', path: 'slipped-in.json' },
    ])
  })

  test.each([
    ['another zip', zipSync({ 'a.json': text('{}') }), 'not_an_archive'],
    ['a manifest that is no JSON', zipSync({ 'manifest.json': text('{') }), 'not_an_archive'],
    ['the manifest of something else', zipSync({ 'manifest.json': text('{"manifest_version":3}') }), 'not_an_archive'],
    ['a manifest without its list', makeArchive({ files: undefined }), 'not_an_archive'],
    ['a later version', makeArchive({ version: 2 }), 'unsupported_archive'],
    ['no zip', text('hello'), 'unreadable_zip'],
  ])('%s: %#', async (_what, bytes, code) => {
    expect(await codeOf(() => openArchive(bytes, { unzip: unzipSync }))).toBe(code)
  })
})
