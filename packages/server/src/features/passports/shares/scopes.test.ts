import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { type Holder, makeHolder } from '../passports.fixture.ts'
import { openShare } from './open-share.ts'
import { loader as shown } from './pages/shown.server.ts'
import { loader as shownBadge } from './pages/shown-badge.server.ts'

let platform: TestApp
let amina: Holder
beforeAll(async () => {
  platform = await makeApp()
  amina = await makeHolder(platform.ctx)
})
afterAll(() => platform[Symbol.asyncDispose]())

const visit = (token: string) => callPage(platform.ctx, shown, { params: { token } })
const visitBadge = (token: string, badgeId: string) => callPage(platform.ctx, shownBadge, { params: { token, badgeId } })
const get = (path: string) => platform.app.request(path)

/** With one badge, and one photo that stands on it and one that does not. */
async function makeFolio(title = 'Mes engagements') {
  const { ctx } = platform
  const [folioId, shownId, hiddenId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const blocks = [
    { kind: 'text', id: crypto.randomUUID(), markdown: 'Ce que j’ai **fait**.' },
    { kind: 'badges', id: crypto.randomUUID(), badgeIds: [amina.credentialIds[0]], layout: 'gallery', withSentences: true },
    { kind: 'file', id: crypto.randomUUID(), fileId: shownId, caption: 'La fête' },
  ]
  await ctx.db
    .insertInto('folio')
    .values({ id: folioId, person_id: amina.personId, title, blocks: JSON.stringify(blocks), created_at: ctx.now(), changed_at: ctx.now() })
    .execute()
  for (const id of [shownId, hiddenId])
    await ctx.db
      .insertInto('folio_file')
      .values({ id, folio_id: folioId, file_name: 'fete.webp', media_type: 'image/webp', alt: 'Des gens', bytes: Buffer.from(`bytes of ${id}`), created_at: ctx.now() })
      .execute()
  return { folioId, shownId, hiddenId }
}

async function makeCv() {
  const { ctx } = platform
  const id = crypto.randomUUID()
  const identity = { name: 'Amina Benali', headline: 'Animatrice', email: '', phone: '', town: 'Poitiers', website: '', summary: 'Dix ans avec les autres.' }
  const content = { ...identity, experiences: [], educations: [], languages: [], skills: [], ownSkills: [], sentences: {}, interests: '', links: [] }
  await ctx.db
    .insertInto('cv')
    .values({
      id,
      person_id: amina.personId,
      title: 'Animation',
      locale: 'fr',
      content: JSON.stringify(content),
      badge_ids: [amina.credentialIds[1]!],
      created_at: ctx.now(),
      changed_at: ctx.now(),
    })
    .execute()
  return id
}

describe('the address of a page that was composed', () => {
  test('shows the page, its files and its badges, each verified behind the same address', async () => {
    const { folioId, shownId } = await makeFolio()
    const { token } = await openShare(amina.ctx, { scope: 'folio', folioId })
    const { data } = await visit(token)
    expect(data.title).toBe('Mes engagements, par Amina Benali')
    expect(data.view.folio.blocks).toMatchObject([
      { kind: 'text', html: expect.stringContaining('<strong>fait</strong>') },
      { kind: 'badges', badges: [{ badgeId: amina.credentialIds[0], address: `/s/${token}/badges/${amina.credentialIds[0]}` }] },
      { kind: 'file', address: `/s/${token}/files/${shownId}` },
    ])
    expect((await visitBadge(token, amina.credentialIds[0]!)).data.badge).toMatchObject({ state: 'valid', isNow: true })
    const file = await get(`/s/${token}/files/${shownId}`)
    expect([await file.text(), file.headers.get('content-security-policy')]).toEqual([`bytes of ${shownId}`, "default-src 'none'; sandbox"])
    expect((await get(`/s/${token}/card.png`)).status).toBe(200)
  })

  test('opens none of its person’s other badges, files or pages', async () => {
    const [one, other] = [await makeFolio(), await makeFolio('Pour moi seule')]
    const { token } = await openShare(amina.ctx, { scope: 'folio', folioId: one.folioId })
    for (const badgeId of [amina.credentialIds[1]!, amina.importedIds[0]!]) {
      expect((await visitBadge(token, badgeId)).status).toBe(404)
      expect((await get(`/s/${token}/badges/${badgeId}.json`)).status).toBe(404)
    }
    for (const fileId of [one.hiddenId, other.shownId, 'nonsense']) expect((await get(`/s/${token}/files/${fileId}`)).status).toBe(404)
    const badges = await openShare(amina.ctx, { scope: 'badges', badgeIds: amina.credentialIds })
    expect((await get(`/s/${badges.token}/files/${one.shownId}`)).status).toBe(404)
  })

  test('is gone with the page', async () => {
    const { folioId } = await makeFolio()
    const { token } = await openShare(amina.ctx, { scope: 'folio', folioId })
    await platform.ctx.db.deleteFrom('folio').where('id', '=', folioId).execute()
    expect((await visit(token)).status).toBe(404)
  })
})

describe('the address of a CV', () => {
  test('shows it with its badges, and no other badge', async () => {
    const { token } = await openShare(amina.ctx, { scope: 'cv', cvId: await makeCv() })
    const { data } = await visit(token)
    expect(data.title).toBe('CV de Amina Benali')
    expect(data.view.cv).toMatchObject({ name: 'Amina Benali', badges: [{ badgeId: amina.credentialIds[1], href: `/s/${token}/badges/${amina.credentialIds[1]}` }] })
    expect((await visitBadge(token, amina.credentialIds[1]!)).status).toBe(200)
    expect((await visitBadge(token, amina.credentialIds[0]!)).status).toBe(404)
  })
})
