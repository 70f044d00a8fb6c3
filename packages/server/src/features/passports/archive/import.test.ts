import { createHash } from 'node:crypto'
import { openZip } from '@boat/openbadges'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { FetchRefused } from '#kit/fetch.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { insideApp, published } from '../../verification/verification.fixture.ts'
import { listCollection } from '../collection/list-collection.ts'
import { writeNote } from '../collection/write-note.ts'
import { createCv } from '../cv/create-cv.ts'
import { type Holder, makeHolder } from '../passports.fixture.ts'
import { exportArchive } from './export/export-archive.ts'
import { importArchive } from './import/import-archive.ts'
import { action } from './pages/import-archive.server.ts'

const DID_KEY = 'dcc-fixtures/v2/dataIntegrityProof/didKey/'
const ELSEWHERE = [
  'ob2-validator-core/0_5_assertion.json',
  'ob2-validator-core/1_0_basic_assertion.json',
  'ob2-validator-core/1_1_basic_assertion.json',
  'ob2-1edtech-validator/simple-badge.png',
  'ob2-1edtech-validator/simple.jwt',
  `${DID_KEY}legacyRegistry-noStatus-noExpiry-basicOBv3.json`,
  `${DID_KEY}legacyRegistry-noStatus-noExpiry-alignments.json`,
  'ob3-1edtech-validator/simple-err-expired.json',
  'ob3-1edtech-validator/simple-json.png',
  'ob3-1edtech-validator/simple-jwt_v1.svg',
  'clr2-1edtech-validator/simple.json',
]

/** The servers of the issuers of before 3.0. */
function openWeb(): Record<string, Uint8Array> {
  const parsed = JSON.parse(new TextDecoder().decode(published('ob2-validator-core/2_0_basic_badgeclass.json'))) as { issuer: string }
  return {
    'http://a.com/instance': published('ob2-validator-core/1_0_basic_assertion.json'),
    'http://a.com/badgeclass': published('ob2-validator-core/1_0_basic_badgeclass.json'),
    'http://a.com/issuer': published('ob2-validator-core/1_0_basic_issuer.json'),
    'https://example.org/beths-robotics-badge.json': published('ob2-validator-core/2_0_basic_assertion.json'),
    'https://example.org/robotics-badge.json': published('ob2-validator-core/2_0_basic_badgeclass.json'),
    [parsed.issuer]: published('ob2-validator-core/2_0_basic_issuer.json'),
  }
}

let [first, second]: TestApp[] = []
let world: { first: Ctx; second: Ctx }
let amina: Holder
let archive: Uint8Array
/** Some of them are one badge in several forms. */
let total = 0
beforeAll(async () => {
  first = await makeApp()
  second = await makeApp({ url: 'https://other.example' })
  const web = openWeb()
  const fetch: Ctx['fetch'] = async (url) => {
    if (web[url]) return { url, status: 200, body: web[url], contentType: 'application/json' }
    if (url.startsWith(first!.ctx.config.url) || url.startsWith('https://localhost:3999')) return insideApp(first!).fetch(url.replace('https://localhost', 'http://localhost'))
    throw new FetchRefused('url_unreachable')
  }
  world = { first: { ...first.ctx, fetch }, second: { ...second.ctx, fetch } }
  amina = await makeHolder(world.first, { received: 6, imported: ELSEWHERE })
  total = (await listCollection(amina.ctx, amina.personId)).length
  for (const [index, badgeId] of [...new Set([...amina.credentialIds, ...amina.importedIds])].entries())
    await writeNote(amina.ctx, { badgeId, sentence: `Phrase ${index}`, tags: ['emploi'] })
  await createCv(amina.ctx, { locale: 'fr', title: 'Mon CV', from: { summary: 'Je cherche un stage.' } })
  archive = await take(amina)
}, 60_000)
afterAll(async () => {
  await first?.[Symbol.asyncDispose]()
  await second?.[Symbol.asyncDispose]()
})

const take = async (holder: Holder) => new Uint8Array(await new Response((await exportArchive(holder.ctx, holder.personId)).body).arrayBuffer())
const someone = (ctx = world.second) => makeHolder(ctx, { received: 0, imported: [], givenName: 'Amina' })
const sums = (zip: Uint8Array, kinds: RegExp) => {
  const { paths, read } = openZip(zip, { maxFiles: 1000, maxBytes: 100_000_000 }, unzipSync)
  return paths
    .filter((path) => kinds.test(path))
    .map((path) => createHash('sha256').update(read(path)!).digest('hex'))
    .toSorted()
}
const outcomes = (brought: Awaited<ReturnType<typeof importArchive>>) => brought.badges.map(({ outcome }) => outcome)

describe('an archive moves to an empty installation', () => {
  test('every badge to the byte, with its words, and out again as it came', async () => {
    const there = await someone()
    const brought = await importArchive(there.ctx, archive)
    expect(total).toBeGreaterThanOrEqual(12)
    expect(outcomes(brought)).toEqual(Array(total).fill('added'))
    expect([brought.notes, brought.cvs]).toEqual([total, 1])
    expect(sums(await take(there), /^imported\//)).toEqual(sums(archive, /^(?:credentials\/.*\.json|imported\/.*)$/))
    const [before, after] = await Promise.all([listCollection(amina.ctx, amina.personId), listCollection(there.ctx, there.personId)])
    const told = (badges: typeof before) => badges.map(({ name, sentence, tags }) => `${name} / ${sentence} / ${tags}`).toSorted()
    expect(told(after)).toEqual(told(before))
    expect(after.filter(({ state }) => state === 'valid').length).toBeGreaterThanOrEqual(6)
    const cv = await world.second.db.selectFrom('cv').selectAll().where('person_id', '=', there.personId).executeTakeFirstOrThrow()
    const mine = new Set(after.map(({ badgeId }) => badgeId))
    expect([cv.title, (cv.content as { summary: string }).summary]).toEqual(['Mon CV', 'Je cherche un stage.'])
    expect([cv.badge_ids.length > 3, cv.badge_ids.every((id) => mine.has(id))]).toEqual([true, true])
    expect(Object.keys((cv.content as { sentences: object }).sentences).every((id) => mine.has(id))).toBe(true)
  }, 60_000)

  test('twice is once, and what was written since stays', async () => {
    const there = await someone()
    await importArchive(there.ctx, archive)
    const badge = (await listCollection(there.ctx, there.personId))[0]!
    await writeNote(there.ctx, { badgeId: badge.badgeId, sentence: 'Autre chose' })
    const again = await importArchive(there.ctx, archive)
    expect([...new Set(outcomes(again)), again.notes, again.folios, again.cvs]).toEqual(['kept', 0, 0, 0])
    const after = await listCollection(there.ctx, there.personId)
    expect([after.length, after.find(({ badgeId }) => badgeId === badge.badgeId)?.sentence]).toEqual([total, 'Autre chose'])
  }, 60_000)

  test('what stopped half way goes on: the limit of an hour, then the rest', async () => {
    const there = await someone()
    await world.second.db
      .insertInto('rate_limit')
      .values({ key: `import:${there.personId}`, hits: 295, window_start: world.second.now() })
      .execute()
    const brought = await importArchive(there.ctx, archive)
    expect(outcomes(brought).slice(0, 6)).toEqual(['added', 'added', 'added', 'added', 'added', 'later'])
    second!.setNow(new Date(world.second.now().getTime() + 3 * 3600_000))
    const rest = await importArchive(there.ctx, archive)
    expect(outcomes(rest)).toEqual([...Array(5).fill('kept'), ...Array(total - 5).fill('added')])
  }, 60_000)

  test('into the platform it came from, badges that are held are only pointed at', async () => {
    const brought = await importArchive(amina.ctx, archive)
    expect([...new Set(outcomes(brought)), brought.notes, brought.cvs]).toEqual(['kept', 0, 0])
    expect(await listCollection(amina.ctx, amina.personId)).toHaveLength(total)
  }, 60_000)
})

describe('a zip of another passport', () => {
  test('comes in file by file, and what is no badge is named', async () => {
    const there = await someone()
    const zip = zipSync({
      'mes badges/robots.png': published('ob2-1edtech-validator/simple-badge.png'),
      'mes badges/equipe.json': published(`${DID_KEY}legacyRegistry-noStatus-noExpiry-basicOBv3.json`),
      'mes badges/photo.png': published('mozilla-bakery/unbaked.png'),
      '__MACOSX/mes badges/._robots.png': new Uint8Array([0, 5, 22, 7]),
      'lisez-moi.md': new TextEncoder().encode('Bonjour'),
    })
    const { badges } = await importArchive(there.ctx, zip)
    expect(badges).toMatchObject([
      { file: 'mes badges/robots.png', outcome: 'added' },
      { file: 'mes badges/equipe.json', outcome: 'added' },
      { file: 'mes badges/photo.png', outcome: 'refused', code: 'not_a_badge', found: 'picture' },
    ])
  })

  test('an archive whose data.json is damaged still brings its badges', async () => {
    const there = await someone()
    const brought = await importArchive(there.ctx, zipSync({ ...unzipSync(archive), 'data.json': new TextEncoder().encode('{') }))
    expect(outcomes(brought)).toEqual(Array(total).fill('added'))
  }, 60_000)

  test.each([
    ['not_a_zip', new TextEncoder().encode('hello')],
    ['nothing_to_bring', zipSync({ 'a.md': new Uint8Array([1]) })],
    ['unsafe_zip', zipSync({ '../a.json': new Uint8Array([1]) })],
    ['zip_too_large', zipSync({ bomb: new Uint8Array(260 * 1024 * 1024) }, { level: 1 })],
  ])('%s is said', async (code, zip) => {
    await expect(importArchive((await someone()).ctx, zip)).rejects.toMatchObject({ code })
  })
})

describe('the page', () => {
  test('says what became of it, and refuses without losing the page', async () => {
    const there = await someone()
    const form = new FormData()
    form.set('archive', new File([new Uint8Array(zipSync({ 'a.json': published(`${DID_KEY}legacyRegistry-noStatus-noExpiry-basicOBv3.json`) }))], 'badges.zip'))
    const { data } = await callPage(world.second, action, { actor: there.actor, form })
    expect(data.brought).toMatchObject({ badges: [{ file: 'a.json', outcome: 'added' }], notes: 0 })
    expect((await callPage(world.second, action, { actor: there.actor, form: {} })).data.problem.code).toBe('no_archive_given')
    expect((await callPage(world.second, action, { form })).location).toContain('/sign-in')
  })
})
