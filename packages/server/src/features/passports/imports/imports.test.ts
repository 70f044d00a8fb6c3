import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { FetchRefused } from '#kit/fetch.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makePerson, type Somebody } from '../../../../tests/support/make-school.ts'
import { makeIssuing, published } from '../../verification/verification.fixture.ts'
import { type Imported, importBadge } from './import-badge.ts'
import { getImport, listImports, readImportedFile, removeImport } from './read-imports.ts'
import { recheckImports } from './recheck-imports.ts'

const ADDRESS = 'test@example.com'
const DID_KEY = 'dcc-fixtures/v2/dataIntegrityProof/didKey/'

type Web = Record<string, { body: string | Uint8Array; type?: string; status?: number }>
const json = (path: string) => ({ body: published(path), type: 'application/json' })
const parsed = (path: string) => JSON.parse(new TextDecoder().decode(published(path))) as Record<string, string>

/** The servers of the issuers, as long as they stand. */
function openWeb(): Web {
  const modern = parsed('ob2-validator-core/2_0_basic_badgeclass.json')
  return {
    'http://a.com/instance': json('ob2-validator-core/1_0_basic_assertion.json'),
    'http://a.com/badgeclass': json('ob2-validator-core/1_0_basic_badgeclass.json'),
    'http://a.com/issuer': json('ob2-validator-core/1_0_basic_issuer.json'),
    'https://example.org/beths-robotics-badge.json': json('ob2-validator-core/2_0_basic_assertion.json'),
    'https://example.org/robotics-badge.json': json('ob2-validator-core/2_0_basic_badgeclass.json'),
    [modern.issuer!]: json('ob2-validator-core/2_0_basic_issuer.json'),
  }
}

let platform: TestApp
let web: Web
let lina: Somebody
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  web = openWeb()
  lina = await makePerson(world(), 'Lina')
})

const world = (): Ctx => ({
  ...platform.ctx,
  fetch: async (url) => {
    const page = web[url]
    if (!page) throw new FetchRefused('url_unreachable')
    const body = typeof page.body === 'string' ? new TextEncoder().encode(page.body) : page.body
    return { url, status: page.status ?? 200, body, ...(page.type && { contentType: page.type }) }
  },
})
const bring = async (path: string, who = lina) => importBadge(who.ctx, { fileName: path.split('/').at(-1)!, bytes: published(path) })
const idOf = (imported: Imported): string => ('importedId' in imported ? imported.importedId : '')
const see = async (path: string) => getImport(lina.ctx, idOf(await bring(path)))

describe('a badge of any system comes into the passport', () => {
  test.each([
    ['0.5', 'ob2-validator-core/0_5_assertion.json', 'invalid', 'Basic McBadge'],
    ['1.0, hosted', 'ob2-validator-core/1_0_basic_assertion.json', 'valid', 'Basic Badge'],
    ['1.1, whose host has moved on to 2.0', 'ob2-validator-core/1_1_basic_assertion.json', 'valid', 'Awesome Robotics Badge'],
    ['2.0, hosted', 'ob2-validator-core/2_0_basic_assertion.json', 'valid', 'Awesome Robotics Badge'],
    ['2.0 in a PNG, hosted', 'ob2-1edtech-validator/simple-badge.png', 'valid', 'Awesome Robotics Badge'],
    ['2.0, signed by a key that its issuer does not list', 'ob2-1edtech-validator/simple.jwt', 'invalid', 'Awesome Robotics Badge'],
    ['3.0', `${DID_KEY}legacyRegistry-noStatus-noExpiry-basicOBv3.json`, 'valid', 'Teamwork'],
    ['3.0 with alignments', `${DID_KEY}legacyRegistry-noStatus-noExpiry-alignments.json`, 'valid', 'Text analysis'],
    ['3.0, expired', 'ob3-1edtech-validator/simple-err-expired.json', 'expired', 'Teamwork'],
    ['3.0 in a PNG', 'ob3-1edtech-validator/simple-json.png', 'unknown', 'Teamwork'],
    ['3.0 as a JWT in a PNG', 'ob3-1edtech-validator/simple-jwt.png', 'unknown', 'Teamwork'],
    ['3.0 on VC 1.1 as a JWT in an SVG', 'ob3-1edtech-validator/simple-jwt_v1.svg', 'unknown', 'Teamwork'],
    ['3.0 with a key that is not its issuer’s', 'ob3-1edtech-validator/simple-did-key-method.json', 'invalid', 'test 1'],
    ['3.0 that was altered', 'ob3-1edtech-validator/simple-err-proof-value.json', 'unknown', 'Teamwork'],
    ['a record of several', 'clr2-1edtech-validator/simple.json', 'unknown', 'Achievement 1'],
  ])('%s: %s', async (_version, path, state, name) => {
    const badge = await see(path)
    expect({ state: badge.state, name: badge.summary.name }).toEqual({ state, name })
    const { bytes } = await readImportedFile(lina.ctx, badge.importedId)
    expect(Buffer.compare(bytes, Buffer.from(published(path)))).toBe(0)
  })

  test('by its address, with the bytes that the address gave', async () => {
    const imported = await importBadge(lina.ctx, { address: 'https://example.org/beths-robotics-badge.json' })
    const badge = await getImport(lina.ctx, idOf(imported))
    expect(badge).toMatchObject({ state: 'valid', fileName: 'beths-robotics-badge.json', address: 'https://example.org/beths-robotics-badge.json' })
    const { bytes } = await readImportedFile(lina.ctx, badge.importedId)
    expect(bytes.equals(Buffer.from(published('ob2-validator-core/2_0_basic_assertion.json')))).toBe(true)
  })

  test('what is no badge is refused with what it is; an address that does not answer says so', async () => {
    await expect(bring('mozilla-bakery/unbaked.png')).rejects.toMatchObject({ code: 'not_a_badge', detail: { found: 'picture' } })
    await expect(bring('mozilla-bakery/bad-json.svg')).rejects.toMatchObject({ code: 'unreadable_badge' })
    await expect(importBadge(lina.ctx, { address: 'https://gone.example/badge.json' })).rejects.toMatchObject({ code: 'nothing_answered' })
    expect(await listImports(lina.ctx)).toEqual([])
  })

  test('twice is once, in this form or another, from two devices at the same time', async () => {
    const first = await bring('ob3-1edtech-validator/simple-json.png')
    expect(await bring('ob3-1edtech-validator/simple-json.png')).toEqual({ ...first, kept: true })
    expect(await bring('ob3-1edtech-validator/simple-json.svg')).toEqual({ ...first, kept: true })
    const path = 'ob2-validator-core/2_0_basic_assertion.json'
    await Promise.all([bring(path), bring(path), importBadge(lina.ctx, { address: 'https://example.org/beths-robotics-badge.json' })])
    expect(await listImports(lina.ctx)).toHaveLength(2)
  })

  test('a damaged copy gives way to a good one', async () => {
    const good = `${DID_KEY}legacyRegistry-noStatus-noExpiry-basicOBv3.json`
    const altered = new TextDecoder().decode(published(good)).replace('"Teamwork"', '"Leadership"')
    await importBadge(lina.ctx, { fileName: 'altered.json', bytes: new TextEncoder().encode(altered) })
    expect(await listImports(lina.ctx)).toMatchObject([{ state: 'invalid', summary: { name: 'Leadership' } }])
    await bring(good)
    expect(await listImports(lina.ctx)).toMatchObject([{ state: 'valid', summary: { name: 'Teamwork' } }])
  })

  test('one that was issued here, and is held, is only pointed at', async () => {
    const issuing = await makeIssuing(platform)
    const { credentialId, document } = await issuing.issue({ personId: lina.personId })
    const bytes = new TextEncoder().encode(document)
    const inside: Ctx = { ...lina.ctx, fetch: async (url) => ({ url, status: 200, body: new Uint8Array(await (await platform.app.request(url)).arrayBuffer()) }) }
    expect(await importBadge(inside, { fileName: 'mine.json', bytes })).toEqual({ credentialId, kept: true })
  })
})

describe('whose it is', () => {
  test('an address that one has proved confirms it, hashed or not; another address says so', async () => {
    expect((await see('ob2-validator-core/1_0_basic_assertion.json')).recipient).toBe('another')
    const owner = await makePerson(world(), 'Test', { address: ADDRESS })
    const imported = await importBadge(owner.ctx, { fileName: 'a.json', bytes: published('ob2-validator-core/1_0_basic_assertion.json') })
    expect((await getImport(owner.ctx, idOf(imported))).recipient).toBe('confirmed')
    expect((await see(`${DID_KEY}legacyRegistry-noStatus-noExpiry-basicOBv3.json`)).recipient).toBe('unknown')
  })

  test('nobody else sees, downloads or removes it', async () => {
    const importedId = idOf(await bring('ob2-validator-core/2_0_basic_assertion.json'))
    const other = await makePerson(world(), 'Autre')
    for (const ask of [getImport, readImportedFile, removeImport]) await expect(ask(other.ctx, importedId)).rejects.toMatchObject({ status: 404 })
    await removeImport(lina.ctx, importedId)
    expect(await listImports(lina.ctx)).toEqual([])
  })
})

describe('it is asked again regularly', () => {
  const path = 'ob2-validator-core/2_0_basic_assertion.json'
  const hosted = 'https://example.org/beths-robotics-badge.json'
  const start = new Date('2026-11-23T09:00:00Z')
  const later = async (days: number) => {
    platform.setNow(new Date(start.getTime() + days * 24 * 3600_000))
    await recheckImports(world())
    return (await listImports(lina.ctx))[0]!
  }
  const told = async () => {
    await platform.runJobs()
    return (await platform.ctx.db.selectFrom('notice').select('kind').where('person_id', '=', lina.personId).orderBy('created_at').execute()).map(({ kind }) => kind)
  }
  beforeEach(() => platform.setNow(start))
  afterAll(() => platform.setNow(start))

  test('withdrawn by its issuer: said, and kept', async () => {
    await bring(path)
    web[hosted] = { body: '', status: 410 }
    expect((await later(1)).state).toBe('valid')
    expect((await later(8)).state).toBe('revoked')
    await later(9)
    expect(await told()).toEqual(['import-not-verified'])
  })

  test('issuer gone: what was found before stands, with the day since when it is so', async () => {
    await bring(path)
    web = {}
    const gone = await later(8)
    expect(gone).toMatchObject({ state: 'valid', summary: { name: 'Awesome Robotics Badge' }, unreachableSince: new Date('2026-12-01T09:00:00Z') })
    expect((await later(10)).unreachableSince).toEqual(gone.unreachableSince)
    expect(await told()).toEqual([])
    await later(22)
    await later(24)
    expect(await told()).toEqual(['import-unreachable'])
    web = openWeb()
    expect((await later(26)).unreachableSince).toBeNull()
  })
})
