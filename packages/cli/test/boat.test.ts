import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
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

  test.each([[], ['a', 'b'], ['--bogus', 'a'], ['/does/not/exist'], [good, '--now', 'yesterday']].map((args) => [args]))('%j is wrong usage: 64', async (args) => {
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
  })
})

describe('boat', () => {
  test('every command has its help, with an example', async () => {
    for (const name of ['verify', 'inspect', 'bake', 'unbake', 'keygen', 'issue', 'validate']) {
      const { code, out } = await boat([name, '--help'])
      expect([name, code, out.includes(`boat ${name} `)]).toEqual([name, 0, true])
    }
    expect((await boat(['--help'])).code).toBe(0)
    expect((await boat([])).code).toBe(64)
    expect((await boat(['nonsense'])).code).toBe(64)
  })

  test('runs as a program, also under a Node that cannot read TypeScript', () => {
    const bin = fileURLToPath(new URL('../bin/boat.js', import.meta.url))
    const { status, stdout } = spawnSync(process.execPath, [bin, 'verify', good], { encoding: 'utf8' })
    expect([status, stdout.startsWith('VERIFIED')]).toEqual([0, true])
  })
})
