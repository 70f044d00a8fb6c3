import { openArchive, openZip, unbake, verifyCredential } from '@boat/openbadges'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '#ctx'
import { openSession } from '#features/accounts/index.ts'
import { issueCredentials, respondToCredential, revokeCredential } from '#features/credentials/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { published } from '../../verification/verification.fixture.ts'
import { writeNote } from '../collection/write-note.ts'
import { FOREIGN, FOREIGN_ALIGNED, type Holder, makeHolder } from '../passports.fixture.ts'
import { openShare } from '../shares/open-share.ts'
import { exportArchive } from './export/export-archive.ts'
import { ELSEWHERE, isActOfOffice, LEFT_OUT, SUBJECTS } from './export/personal-data.table-data.ts'
import { loader } from './pages/data.server.ts'

let platform: TestApp
let amina: Holder
beforeAll(async () => {
  platform = await makeApp()
  amina = await makeHolder(platform.ctx, { received: 4, imported: [FOREIGN, FOREIGN_ALIGNED, 'ob3-1edtech-validator/simple-json.png'] })
})
afterAll(() => platform[Symbol.asyncDispose]())

const bytesOf = async (body: ReadableStream) => new Uint8Array(await new Response(body).arrayBuffer())
const take = async (holder: Holder) => openArchive(await bytesOf((await exportArchive(holder.ctx, holder.personId)).body), { unzip: unzipSync })
const textOf = (read: (path: string) => Uint8Array | undefined, path: string) => new TextDecoder().decode(read(path)!)

describe('an archive', () => {
  test('holds every badge to the byte, and verifies without a network', async () => {
    const { manifest, problems, read, load } = await take(amina)
    expect(problems).toEqual([])
    expect(manifest.badges.map(({ kind }) => kind).toSorted()).toEqual(['imported', 'imported', 'imported', 'received', 'received', 'received', 'received'])
    const session = await openSession(platform.ctx, { personId: amina.personId, method: 'link', userAgent: '', address: '' })
    for (const { path, kind } of manifest.badges.filter(({ kind }) => kind === 'received')) {
      const bytes = read(path)!
      const { id } = JSON.parse(new TextDecoder().decode(bytes)) as { id: string }
      const served = await platform.app.request(`${id}.json`, { headers: { cookie: `boat_session=${session.token}` } })
      expect(Buffer.compare(bytes, Buffer.from(await served.arrayBuffer()))).toBe(0)
      expect(unbake(read(path.replace('.json', '.png'))!)?.credential).toBe(new TextDecoder().decode(bytes))
      expect([kind, (await verifyCredential(bytes, { load, now: new Date(manifest.madeAt) })).outcome]).toEqual(['received', 'verified'])
    }
    const imported = manifest.badges.filter(({ kind }) => kind === 'imported').map(({ path }) => read(path))
    for (const path of [FOREIGN, FOREIGN_ALIGNED, 'ob3-1edtech-validator/simple-json.png'])
      expect(imported.some((bytes) => Buffer.compare(bytes!, Buffer.from(published(path))) === 0)).toBe(true)
  })

  test('says of a badge that was withdrawn that it was, also without a network', async () => {
    const holder = await makeHolder(platform.ctx, { received: 1, imported: [] })
    await revokeCredential(asSystem(platform.ctx), { credentialId: holder.credentialIds[0]!, reason: 'Délivré par erreur' })
    const { manifest, read, load } = await take(holder)
    const report = await verifyCredential(read(manifest.badges[0]!.path)!, { load, now: new Date(manifest.madeAt) })
    expect([report.outcome, report.checks.find(({ outcome }) => outcome === 'failed')?.code]).toEqual(['not-verified', 'revoked'])
  })

  test('can be read by anybody: a page without a script, with what they wrote as text', async () => {
    const sentence = '<script>alert(1)</script> & mon premier projet'
    await writeNote(amina.ctx, { badgeId: amina.credentialIds[0]!, sentence, tags: ['emploi'] })
    const { manifest, read } = await take(amina)
    const page = textOf(read, 'index.html')
    expect(page).toContain('Les badges de Amina Benali')
    expect(page).not.toContain('<script')
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; mon premier projet')
    const targets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, target]) => target!)
    expect(targets.length).toBeGreaterThan(10)
    expect(targets.filter((target) => !Object.hasOwn(manifest.files, target))).toEqual([])
    expect(textOf(read, 'LISEZ-MOI.txt')).toContain('verification/')
  })

  test('says all that is kept about them, and no secret', async () => {
    const { token } = await openShare(amina.ctx, { scope: 'badges', badgeIds: [amina.credentialIds[0]!], label: 'Mairie de Poitiers' })
    const data = textOf((await take(amina)).read, 'data.json')
    const { profile, badges, shares, kept } = JSON.parse(data)
    expect(profile).toMatchObject({ givenName: 'Amina', birthDate: '1988-03-04', addresses: [{ address: amina.address, isVerified: true }] })
    expect(badges.find(({ id }: { id: string }) => id === amina.credentialIds[0])).toMatchObject({ kind: 'received', tags: ['emploi'], response: 'accepted' })
    expect(shares).toMatchObject([{ scope: 'badges', label: 'Mairie de Poitiers' }])
    expect(kept.sessions).toHaveLength(1)
    expect(data).not.toContain(token)
    expect(data).not.toMatch(/hash|sealed|password/)
  })

  test('is in the language of its person', async () => {
    const { read } = await openArchive(await bytesOf((await exportArchive({ ...amina.ctx, locale: 'en' }, amina.personId)).body), { unzip: unzipSync })
    expect(textOf(read, 'index.html')).toContain('The badges of Amina Benali')
    expect(textOf(read, 'README.txt')).toContain('GDPR')
  })

  test('of somebody without a badge is an archive all the same', async () => {
    const { manifest, problems, read } = await take(await makeHolder(platform.ctx, { received: 0, imported: [] }))
    expect([manifest.badges, problems]).toEqual([[], []])
    expect(textOf(read, 'index.html')).toContain('Aucun badge')
  })

  test('of 300 badges is made in good time', async () => {
    const holder = await makeHolder(platform.ctx, { received: 1, imported: [] })
    const versionId = (await platform.ctx.db.selectFrom('credential').select('achievement_version_id').where('id', '=', holder.credentialIds[0]!).executeTakeFirstOrThrow())
      .achievement_version_id
    const recipients = Array.from({ length: 299 }, (_, index) => ({ name: 'Amina', idempotencyKey: `many-${index}` }))
    await issueCredentials(asSystem(platform.ctx), { versionId, recipients })
    await platform.ctx.db.updateTable('credential').set({ person_id: holder.personId }).where('achievement_version_id', '=', versionId).execute()
    const bytes = await bytesOf((await exportArchive(holder.ctx, holder.personId)).body)
    expect(openZip(bytes, { maxFiles: 1000, maxBytes: 100_000_000 }, unzipSync).paths.length).toBeGreaterThan(600)
  }, 60_000)
})

describe('what is under embargo', () => {
  test('is not in it: a ceremony that is not over, a nomination nobody has let through', async () => {
    const organizationId = (await platform.ctx.db.selectFrom('organization').select('id').limit(1).executeTakeFirstOrThrow()).id
    const achievementId = (await platform.ctx.db.selectFrom('achievement').select('id').where('organization_id', '=', organizationId).executeTakeFirstOrThrow()).id
    const [nominationId, ceremonyId, now] = [platform.ctx.newId(), platform.ctx.newId(), platform.ctx.now()]
    const common = { organization_id: organizationId, created_at: now }
    await platform.ctx.db
      .insertInto('nomination')
      .values({ id: nominationId, ...common, achievement_id: achievementId, person_id: amina.personId, nominee_key: 'amina', state: 'agreed', updated_at: now })
      .execute()
    await platform.ctx.db
      .insertInto('ceremony')
      .values({ id: ceremonyId, ...common, title: 'Remise secrète', starts_at: now })
      .execute()
    const row = { id: platform.ctx.newId(), ceremony_id: ceremonyId, achievement_id: achievementId, person_id: amina.personId, position: 1, display: 'full' }
    await platform.ctx.db.insertInto('ceremony_recipient').values(row).execute()
    const before = textOf((await take(amina)).read, 'data.json')
    expect(before).not.toContain('Remise secrète')
    expect(JSON.parse(before).kept.nominationsOfMe).toBeUndefined()
    await platform.ctx.db
      .insertInto('nomination_voice')
      .values({ id: platform.ctx.newId(), nomination_id: nominationId, deed: 'Elle a aidé', occasion: 'en mai', state: 'admitted', created_at: now })
      .execute()
    const after = JSON.parse(textOf((await take(amina)).read, 'data.json')).kept
    expect(after.nominationsOfMe).toMatchObject([{ state: 'open', badge: expect.stringContaining('Badge') }])
    expect(after.voicesForMe).toMatchObject([{ deed: 'Elle a aidé' }])
  })
})

describe('whose it is', () => {
  test('nobody else’s to take', async () => {
    const other = await makeHolder(platform.ctx, { received: 0, imported: [] })
    await expect(exportArchive(other.ctx, amina.personId)).rejects.toMatchObject({ code: 'not_allowed' })
    expect((await platform.app.request('/me/data/archive.zip')).status).toBe(401)
    const { token } = await openSession(platform.ctx, { personId: other.personId, method: 'link', userAgent: '', address: '' })
    const response = await platform.app.request('/me/data/archive.zip', { headers: { cookie: `boat_session=${token}` } })
    expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual(['application/zip', 'private, no-store'])
    const { read } = await openArchive(await bytesOf(response.body!), { unzip: unzipSync })
    const data = textOf(read, 'data.json')
    expect(data).toContain(other.address)
    expect(data).not.toContain(amina.address)
  })

  test('a badge that was declined is theirs too, apart from the others', async () => {
    const holder = await makeHolder(platform.ctx, { received: 2, imported: [] })
    await respondToCredential(holder.ctx, { credentialId: holder.credentialIds[0]!, response: 'declined' })
    const { read } = await take(holder)
    const [kept, declined] = textOf(read, 'index.html').split('Badges déclinés')
    expect([kept!.match(/<li>/g)?.length, declined!.match(/<li>/g)?.length]).toEqual([1, 1])
  })

  test('the page says what is kept, and sends visitors to sign in', async () => {
    expect((await callPage(platform.ctx, loader)).location).toBe('/sign-in?next=%2Fpage')
    const { data } = await callPage(platform.ctx, loader, { actor: amina.actor })
    expect(data).toMatchObject({ name: 'Amina Benali', addresses: [amina.address], counts: { received: 4, imported: 3 } })
  })
})

test('every table that points at a person says what it is to them', async () => {
  const { rows } = await sql<{ place: string }>`
    select source.relname || '.' || attname as place from pg_constraint
    join pg_class source on source.oid = conrelid join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = 'person'::regclass order by 1`.execute(platform.ctx.db)
  const known = new Set([...Object.values(SUBJECTS).map(({ table, by }) => `${table}.${by}`), ...ELSEWHERE, ...LEFT_OUT])
  expect(rows.map(({ place }) => place).filter((place) => !known.has(place) && !isActOfOffice(place))).toEqual([])
  expect([...known].filter((place) => !rows.some((row) => row.place === place))).toEqual([])
})
