import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAchievementCredential, buildStatusListCredential, createStatusList, encodeStatusList, setStatus, signCredential, statusEntry } from '@boat/openbadges'
import { afterAll, describe, expect, test } from 'vitest'
import { readSigner } from '../src/keys.ts'
import { boat } from './support.ts'

const vectors = fileURLToPath(new URL('../../openbadges/vectors/published/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'boat-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const good = `${vectors}dcc-fixtures/v2/ed25519/didKey/legacy-noStatus-noExpiry.json`
const expired = `${vectors}dcc-fixtures/v2/ed25519/didKey/legacy-noStatus-expired.json`
const hosted = `${vectors}ob2-1edtech-validator/basic-assertion.json`

/** A folder that is the web of the hosted fixture. */
function makeWeb(): string {
  const web = join(folder, 'web')
  const assets = join(vectors, 'ob2-1edtech-validator')
  const files = { 'beths-robotics-badge.json': 'basic-assertion.json', 'robotics-badge.json': 'assets/robotics-badge.json', 'organization.json': 'assets/organization.json' }
  for (const [path, file] of Object.entries(files)) {
    const target = join(web, 'example.org', path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, readFileSync(join(assets, file)))
  }
  return web
}

describe('boat verify', () => {
  test('exits 0, 1, 2 for verified, not verified, undetermined', async () => {
    expect((await boat(['verify', good])).code).toBe(0)
    expect((await boat(['verify', expired])).code).toBe(1)
    expect((await boat(['verify', hosted, '--offline'])).code).toBe(2)
  })

  test('reads the standard input, and asks for another moment', async () => {
    expect((await boat(['verify', '-'], { stdin: readFileSync(good, 'utf8') })).code).toBe(0)
    expect((await boat(['verify', expired, '--now', '2010-06-01'])).code).toBe(0)
    expect((await boat(['verify', good, '--now=2000-01-01'])).out).toContain('not_yet_valid')
    expect((await boat(['verify', '--now', '2000-01-01T00:00:00+02:00', good])).code).toBe(1)
  })

  test('prints the report as JSON', async () => {
    const { out } = await boat(['verify', good, '--json'])
    const report = JSON.parse(out)
    expect(Object.keys(report)).toEqual(['outcome', 'version', 'checks', 'credential'])
    expect(report.checks[0]).toEqual({ check: 'conformance', outcome: 'passed' })
  })

  test('takes every document from a folder, and a hosted badge by its address', async () => {
    const web = makeWeb()
    expect((await boat(['verify', hosted, '--web', web])).code).toBe(0)
    expect((await boat(['verify', 'https://example.org/beths-robotics-badge.json', '--web', web])).code).toBe(0)
    expect((await boat(['verify', 'https://example.org/../../secret.json', '--web', web])).code).toBe(1)
    expect((await boat(['verify', hosted, '--web', join(folder, 'nothing')])).code).toBe(1)
  })

  test('checks the recipient', async () => {
    const web = makeWeb()
    expect((await boat(['verify', hosted, '--web', web, '--recipient', 'nobody@example.org'])).code).toBe(0)
    const { code, out } = await boat(['verify', hosted, '--web', web, '--recipient', 'beth@example.org'])
    expect([code, out.includes('recipient_mismatch')]).toEqual([1, true])
  })

  test('takes DID documents and status lists from the folder, too', async () => {
    const web = join(folder, 'status-web')
    const place = (path: string, content: string) => {
      mkdirSync(dirname(join(web, path)), { recursive: true })
      writeFileSync(join(web, path), content)
    }
    await boat(['keygen', '--did', 'web:badges.example%3A8443:issuers:1', '-o', join(folder, 'status-key.json')])
    place('badges.example:8443/issuers/1/did.json', readFileSync(join(folder, 'status-key.did.json'), 'utf8'))
    const signer = readSigner(readFileSync(join(folder, 'status-key.json'), 'utf8'), 'status-key.json')
    const [issuer, list, created] = ['did:web:badges.example%3A8443:issuers:1', 'https://badges.example:8443/status/', new Date('2026-11-01T00:00:00Z')]
    const credential = buildAchievementCredential({
      id: 'urn:uuid:3b0c5a8e-98a4-4a6a-9e5c-5b1f6f5a1c11',
      issuer: { id: issuer },
      recipient: { id: 'did:example:ada' },
      achievement: { id: 'urn:uuid:3b0c5a8e-98a4-4a6a-9e5c-5b1f6f5a1c12', name: 'n', description: 'd', criteria: { narrative: 'c' } },
      validFrom: created,
      credentialStatus: statusEntry({ statusListCredential: list, purpose: 'revocation', index: 7 }),
    })
    writeFileSync(join(folder, 'status.json'), JSON.stringify(await signCredential(credential, { signer, created })))
    const publishList = async (isRevoked: boolean) => {
      const bits = createStatusList()
      setStatus(bits, 7, isRevoked)
      const unsigned = buildStatusListCredential({ id: list, issuer, purpose: 'revocation', encodedList: await encodeStatusList(bits), validFrom: created })
      place('badges.example:8443/status/index.json', JSON.stringify(await signCredential(unsigned, { signer, created })))
    }
    const verify = () => boat(['verify', join(folder, 'status.json'), '--web', web])
    expect((await verify()).code).not.toBe(0)
    await publishList(false)
    expect((await verify()).code).toBe(0)
    await publishList(true)
    expect(await verify()).toMatchObject({ code: 1, out: expect.stringContaining('failed: revoked') })
  })

  test('says so when the folder is none', async () => {
    const { code, error } = await boat(['verify', hosted, '--web', join(folder, 'nothing')])
    expect([code, error]).toEqual([1, expect.stringContaining('is not a folder')])
  })

  test('knows a recipient in clear as well as by its hash', async () => {
    const clear = join(vectors, 'ob2-validator-core/2_0_basic_assertion.json')
    const given = JSON.parse(readFileSync(clear, 'utf8'))
    const web = makeWeb()
    const verify = async (recipient: object, known: string) => {
      writeFileSync(join(web, 'example.org/beths-robotics-badge.json'), JSON.stringify({ ...given, recipient }))
      const { out } = await boat(['verify', 'https://example.org/beths-robotics-badge.json', '--web', web, '--recipient', known, '--json'])
      return JSON.parse(out).checks.find(({ check }: { check: string }) => check === 'recipient').outcome
    }
    const identityHash = `sha256$${createHash('sha256').update('ada@example.orgsel').digest('hex')}`
    const hashed = { type: 'email', hashed: true, salt: 'sel', identity: identityHash }
    expect(await verify({ type: 'email', hashed: false, identity: 'ada@example.org' }, ' Ada@Example.org ')).toBe('passed')
    expect(await verify({ type: 'email', hashed: false, identity: 'ada@example.org' }, 'eve@example.org')).toBe('failed')
    expect(await verify(hashed, 'Ada@Example.org')).toBe('passed')
    expect(await verify(hashed, identityHash)).toBe('failed')
    makeWeb()
  })

  test('prints nothing but the report, the flags before or after what is verified', async () => {
    for (const args of [
      ['--json', '--offline', good],
      [good, '--offline', '--json'],
      ['--offline', '--json', '--', good],
    ]) {
      const { code, out, error } = await boat(['verify', ...args])
      expect([code, error, Object.keys(JSON.parse(out))]).toEqual([0, '', ['outcome', 'version', 'checks', 'credential']])
    }
    const { code, out } = await boat(['verify', '-', '--json'], { stdin: 'nothing' })
    expect([code, JSON.parse(out)]).toEqual([1, { outcome: 'not-verified', version: 'unknown', checks: [expect.objectContaining({ code: 'unreadable' })], credential: null }])
  })

  test('refuses addresses of this machine and of private networks', async () => {
    for (const url of [
      'https://127.0.0.1/a',
      'https://localhost/a',
      'https://[::1]/a',
      'https://10.1.2.3/a',
      'https://169.254.169.254/a',
      'http://example.org/a',
      'https://[::ffff:7f00:1]/a',
      'https://2130706433/a',
    ]) {
      const { code, out } = await boat(['verify', url])
      expect([url, code, /refused|only https/.test(out)]).toEqual([url, 2, true])
    }
  })

  test('loads from this machine when it is allowed to', async () => {
    const server = createServer((_, response) => response.end(readFileSync(good))).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    try {
      expect((await boat(['verify', `http://127.0.0.1:${port}/credential`, '--allow-loopback'])).code).toBe(0)
      expect((await boat(['verify', `https://localhost:${port}/credential`], { env: { BOAT_ALLOW_LOOPBACK: '1' } })).code).toBe(0)
      expect((await boat(['verify', `http://127.0.0.1:${port}/credential`])).code).toBe(2)
    } finally {
      server.close()
    }
  })

  test.each(
    [
      [],
      ['a', 'b'],
      ['--bogus', 'a'],
      ['/does/not/exist'],
      [good, '--now', 'yesterday'],
      [good, '--now', '2026-02-30'],
      [good, '--recipient', ''],
      [good, '--json=yes'],
      ['http://'],
      ['.'],
    ].map((args) => [args]),
  )('%j is wrong usage: 64', async (args) => {
    const { code, error } = await boat(['verify', ...args])
    expect([code, error.includes('boat verify --help')]).toEqual([64, true])
  })
})

describe('boat inspect, bake, unbake', () => {
  const png = join(vectors, 'mozilla-bakery/unbaked.png')

  test('a credential goes into an image and comes out as it was', async () => {
    const out = join(folder, 'baked.png')
    expect((await boat(['bake', png, good, '-o', out])).code).toBe(0)
    expect((await boat(['unbake', out])).out.trim()).toBe(readFileSync(good, 'utf8').trim())
    expect((await boat(['verify', out])).code).toBe(0)
  })

  test('what is inside is told without judging', async () => {
    const { code, out } = await boat(['inspect', expired, '--json'])
    expect([code, JSON.parse(out).version]).toEqual([0, '3.0'])
    expect((await boat(['inspect', join(vectors, 'ob3-1edtech-validator/simple-jwt.png')])).out).toContain('jwt in png')
  })

  test('an image without a credential, and a file that is none, are told', async () => {
    expect(await boat(['unbake', png])).toMatchObject({ code: 1, error: expect.stringContaining('no credential') })
    expect(await boat(['inspect', png])).toMatchObject({ code: 1 })
    expect(await boat(['bake', good, good, '-o', join(folder, 'x')])).toMatchObject({ code: 1, error: expect.stringContaining('unsupported_image') })
    expect((await boat(['bake', png, good])).code).toBe(64)
    const [nonsense, photo, baked] = ['nonsense.json', 'photo.png', 'again.png'].map((name) => join(folder, name)) as [string, string, string]
    writeFileSync(nonsense, '{"name":"x"}')
    writeFileSync(photo, readFileSync(png))
    expect(await boat(['bake', png, nonsense, '-o', baked])).toMatchObject({ code: 1, error: expect.stringContaining('no credential') })
    expect(await boat(['bake', photo, good, '-o', photo])).toMatchObject({ code: 64, error: expect.stringContaining('overwrite') })
    expect(readFileSync(photo)).toEqual(readFileSync(png))
    expect((await boat(['bake', photo, good, '-o', baked])).code).toBe(0)
    expect(await boat(['bake', photo, baked, '-o', nonsense])).toMatchObject({ code: 1, error: expect.stringContaining('unbake') })
    expect((await boat(['unbake', baked, '-o', baked])).code).toBe(64)
  })
})

describe('boat', () => {
  test('every command has its help, with an example', async () => {
    for (const name of ['verify', 'inspect', 'bake', 'unbake', 'keygen', 'issue', 'validate']) {
      const { code, out } = await boat([name, '--help'])
      expect([name, code, out.includes(`boat ${name} `)]).toEqual([name, 0, true])
    }
    expect((await boat(['--help'])).code).toBe(0)
    expect((await boat(['help', 'issue'])).out).toBe((await boat(['issue', '--help'])).out)
    expect((await boat(['help', 'nonsense'])).code).toBe(64)
    expect((await boat([])).code).toBe(64)
    expect((await boat(['nonsense'])).code).toBe(64)
  })

  test('fits 80 columns, the addresses apart', async () => {
    const texts = [await boat(['--help']), ...(await Promise.all(['verify', 'inspect', 'bake', 'unbake', 'keygen', 'issue', 'validate'].map((name) => boat([name, '--help']))))]
    texts.push(await boat(['verify', expired]), await boat(['inspect', expired]), await boat(['validate', '-'], { stdin: '{"type":"OpenBadgeCredential"}' }))
    const long = texts.flatMap(({ out }) => out.split('\n')).filter((line) => line.length > 80)
    expect(long).toEqual([])
  })

  test('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(await boat(['--version'])).toEqual({ code: 0, out: `boat ${version}\n`, error: '' })
  })

  test('keeps what is in a foreign document from driving the terminal', async () => {
    const stdin = JSON.stringify({ ...JSON.parse(readFileSync(good, 'utf8')), name: 'a\u001b[2Jb\u202e\nVERIFIED' })
    for (const command of ['verify', 'inspect']) {
      const { out } = await boat([command, '-'], { stdin })
      expect(out).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|^VERIFIED/mu)
    }
  })

  test('runs as a program, also under a Node that cannot read TypeScript', () => {
    const bin = fileURLToPath(new URL('../bin/boat.js', import.meta.url))
    const { status, stdout } = spawnSync(process.execPath, [bin, 'verify', good], { encoding: 'utf8' })
    expect([status, stdout.startsWith('VERIFIED')]).toEqual([0, true])
  })
})
