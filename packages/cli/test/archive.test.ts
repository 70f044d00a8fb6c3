import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  buildAchievementCredential,
  buildDidDocument,
  buildStatusListCredential,
  createStatusList,
  encodeStatusList,
  publicKeyFromJwk,
  type Signer,
  setStatus,
  signCredential,
  statusEntry,
} from '@boat/openbadges'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boat } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'boat-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))
const vectors = fileURLToPath(new URL('../../openbadges/vectors/published/', import.meta.url))
const HOSTED = readFileSync(join(vectors, 'ob2-1edtech-validator/basic-assertion.json'))
const DAY = '2026-11-20T09:00:00.000Z'
const ISSUER = 'did:web:badges.example:issuers:1'
const LIST = 'https://badges.example/status/1'

type Files = Record<string, string | Uint8Array>
const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content))

/** As a platform writes it: two badges by an issuer with a did:web and a status list, one of them perhaps revoked. */
async function makeFiles({ isRevoked = false } = {}): Promise<Files> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = publicKeyFromJwk(publicKey.export({ format: 'jwk' }) as never)
  const did = buildDidDocument({ did: ISSUER, keys: [key as never] })
  const signer: Signer = { verificationMethod: did.assertionMethod[0]!, algorithm: 'Ed25519', sign: (data) => sign(null, data, privateKey) }
  const created = new Date('2026-11-01T00:00:00Z')
  const issue = async (index: number, more: object = {}) =>
    JSON.stringify(
      await signCredential(
        buildAchievementCredential({
          id: `https://badges.example/credentials/${index}`,
          issuer: { id: ISSUER },
          recipient: { id: 'did:example:ada' },
          achievement: { id: 'https://badges.example/achievements/1', name: 'Éco-citoyenne', description: 'd', criteria: { narrative: 'c' } },
          validFrom: created,
          credentialStatus: statusEntry({ statusListCredential: LIST, purpose: 'revocation', index }),
          ...more,
        }),
        { signer, created },
      ),
    )
  const bits = createStatusList()
  setStatus(bits, 8, isRevoked)
  const list = buildStatusListCredential({ id: LIST, issuer: ISSUER, purpose: 'revocation', encodedList: await encodeStatusList(bits), validFrom: created })
  return {
    'credentials/eco.json': await issue(7, { validUntil: new Date('2026-11-21T00:00:00Z') }),
    'credentials/eco-2.json': await issue(8),
    'verification/badges.example/issuers/1/did.json': JSON.stringify(did),
    'verification/badges.example/status/1': JSON.stringify(await signCredential(list, { signer, created })),
  }
}

/** Writes the archive; `after` is what became of its files after the manifest was written. */
function write(name: string, files: Files, { after = {}, more = {} }: { after?: Files; more?: object } = {}): string {
  const badges = Object.keys(files)
    .filter((path) => /^(?:credentials|imported)\//.test(path))
    .map((path) => ({ path, kind: path.startsWith('imported') ? 'imported' : 'received', name: `Badge ${path}` }))
  const manifest = {
    format: 'boat-archive',
    version: 1,
    madeAt: DAY,
    platform: { url: 'https://badges.example' },
    badges,
    documents: [
      { url: 'https://badges.example/issuers/1/did.json', path: 'verification/badges.example/issuers/1/did.json' },
      { url: LIST, path: 'verification/badges.example/status/1' },
    ].filter(({ path }) => path in files),
    files: Object.fromEntries(Object.entries(files).map(([path, content]) => [path, createHash('sha256').update(content).digest('hex')])),
    ...more,
  }
  const all = { ...files, ...after, 'manifest.json': JSON.stringify(manifest) }
  const path = join(folder, name)
  writeFileSync(path, zipSync(Object.fromEntries(Object.entries(all).map(([file, content]) => [file, bytesOf(content)]))))
  return path
}

/** A zip that says that its first file is so many bytes once it is unpacked. */
function saying(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip)
  bytes.writeUInt32LE(size, bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24)
  return bytes
}

let files: Files
beforeAll(async () => {
  files = await makeFiles()
})

describe('boat verify archive.zip', () => {
  test('verifies each badge as of the day of the archive, without a network, and says whom it trusted', async () => {
    const { code, out, error } = await boat(['verify', write('good.zip', files)])
    expect([code, error]).toEqual([0, ''])
    expect(out).toContain('VERIFIED')
    expect(out).toContain('4, all as they were written')
    expect(out).toContain('2 verified, 0 not verified, 0 undetermined')
    expect(out.replace(/\s+/g, ' ')).toContain('those that the archive brings: whoever made it is trusted')
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('prints it as JSON', async () => {
    const { code, out } = await boat(['verify', '--json', write('json.zip', files)])
    const report = JSON.parse(out)
    expect([code, Object.keys(report)]).toEqual([0, ['outcome', 'archive', 'problems', 'badges']])
    expect(report.archive).toEqual({ madeAt: DAY, platform: 'https://badges.example', asOf: DAY, keys: 'archive' })
    expect(report.badges[0]).toMatchObject({ path: 'credentials/eco.json', kind: 'received', outcome: 'verified', version: '3.0' })
  })

  test('asks for another moment: what has expired since says so', async () => {
    const { code, out } = await boat(['verify', write('later.zip', files), '--now', '2026-11-25'])
    expect([code, out.match(/expired/g)?.length]).toEqual([1, 1])
  })

  test('says which badge was revoked, and goes on with the others', async () => {
    const { code, out } = await boat(['verify', '--json', write('revoked.zip', await makeFiles({ isRevoked: true }))])
    const { outcome, badges } = JSON.parse(out)
    expect([code, outcome, badges.map((badge: { outcome: string }) => badge.outcome)]).toEqual([1, 'not-verified', ['verified', 'not-verified']])
  })

  test('knows that it cannot know what needs the network', async () => {
    const { code, out } = await boat(['verify', write('hosted.zip', { ...files, 'imported/old.json': HOSTED })])
    expect([code, out.includes('2 verified, 0 not verified, 1 undetermined')]).toEqual([2, true])
    const { 'verification/badges.example/status/1': _, ...without } = files
    expect((await boat(['verify', write('no-list.zip', without)])).code).not.toBe(0)
  })

  test('takes the documents of a folder instead, as of now', async () => {
    const web = join(folder, 'web')
    for (const [path, content] of Object.entries(await makeFiles())) {
      if (!path.startsWith('verification/')) continue
      mkdirSync(dirname(join(web, path.slice('verification/'.length))), { recursive: true })
      writeFileSync(join(web, path.slice('verification/'.length)), content)
    }
    // The issuer's keys on the web are others than those that this archive brings: it is found out.
    const forged = await boat(['verify', write('forged.zip', files), '--web', web, '--json'])
    expect([forged.code, JSON.parse(forged.out).archive.keys]).toEqual([1, 'asked'])
  })

  test('finds a file that was altered, is missing, or was slipped in', async () => {
    const altered = await boat(['verify', write('altered.zip', files, { after: { 'credentials/eco.json': String(files['credentials/eco.json']).replace('Éco', 'Ego') } })])
    expect([altered.code, altered.out.includes('is not as it was written')]).toEqual([1, true])
    const missing = await boat(['verify', write('missing.zip', files, { more: { files: { 'data.json': '0'.repeat(64) } } })])
    expect([missing.code, missing.out.includes('data.json: is missing')]).toEqual([1, true])
    const more = await boat(['verify', write('more.zip', files, { after: { '__MACOSX/._a': 'x' } })])
    expect([more.code, more.out.includes('is not of the archive')]).toEqual([0, true])
  })

  test.each([
    ['a name that leads out', () => zipSync({ '../evil.json': bytesOf('{}') }), 'unsafe_zip'],
    ['any other zip', () => zipSync({ 'a.json': bytesOf('{}') }), 'not_an_archive'],
    ['a later version', () => zipSync({ 'manifest.json': bytesOf('{"format":"boat-archive","version":2}') }), 'unsupported_archive'],
    ['one that was cut off', () => zipSync({ 'manifest.json': bytesOf('{}') }).slice(0, -6), 'unreadable_zip'],
    ['a bomb', () => saying(zipSync({ 'manifest.json': bytesOf('{}') }), 0x30000000), 'zip_too_large'],
  ])('%s is told in a sentence', async (_what, make, code) => {
    const path = join(folder, 'bad.zip')
    writeFileSync(path, make())
    expect(await boat(['verify', path])).toMatchObject({ code: 1, error: expect.stringContaining(`[${code}]`) })
  })

  test('of nobody’s badges is nothing wrong', async () => {
    expect(await boat(['verify', write('empty.zip', { 'data.json': '{}' })])).toMatchObject({ code: 0, out: expect.stringContaining('0 verified') })
  })

  test('is wrong usage with flags that contradict each other', async () => {
    expect((await boat(['verify', write('usage.zip', files), '--online', '--offline'])).code).toBe(64)
  })

  test('keeps names in it from driving the terminal', async () => {
    const more = { badges: [{ path: 'credentials/eco.json', kind: 'received', name: 'a\u001b[2Jb\u202e\nVERIFIED' }] }
    const { out } = await boat(['verify', write('names.zip', files, { more })])
    expect(out.slice(1)).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|^VERIFIED/mu)
  })

  test('works as a program, larger than a badge may be', () => {
    const bin = fileURLToPath(new URL('../bin/boat.js', import.meta.url))
    const path = write('large.zip', { ...files, 'pages/photo.webp': new Uint8Array(20 * 1024 * 1024).map((_, index) => (index * 2654435761) >>> 13) })
    const { status, stdout } = spawnSync(process.execPath, [bin, 'verify', path], { encoding: 'utf8' })
    expect([status, stdout.startsWith('VERIFIED')]).toEqual([0, true])
  })
})
