// « Mes badges » and the page of one badge, as their holder meets them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { issueCredentials, respondToCredential, revokeCredential } from '#features/credentials/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { action as importedAction, loader as importedLoader } from '../imports/pages/imported.server.ts'
import { removeImport } from '../imports/read-imports.ts'
import { action as badgeAction, loader as badgeLoader } from '../pages/my-badge.server.ts'
import { loader } from '../pages/my-badges.server.ts'
import { FOREIGN, FOREIGN_ALIGNED, type Holder, makeHolder } from '../passports.fixture.ts'
import { listCollection } from './list-collection.ts'
import { writeNote } from './write-note.ts'

let platform: TestApp
let holder: Holder
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  holder = await makeHolder(platform.ctx, { received: 2, imported: [FOREIGN, FOREIGN_ALIGNED] })
})

const look = async (search = '', who = holder) => (await callPage(who.ctx, loader, { actor: who.actor, search })).data
type Shown = { groups: { title: string; year?: string; count: number; badges: { name: string; to: string }[] }[] }
const names = ({ groups }: Shown) => groups.flatMap(({ badges }) => badges.map(({ name }) => name))

describe('the collection', () => {
  test('is one, of what was received and brought, each leading to its own page', async () => {
    const page = await look()
    expect(page).toMatchObject({ total: 4, found: 4, isSmall: true, choices: null, view: 'gallery' })
    expect(page.groups[0].badges.map(({ to }: { to: string }) => to).toSorted()).toEqual(
      [...holder.credentialIds.map((id) => `/me/badges/${id}`), ...holder.importedIds.map((id) => `/me/imports/${id}`)].toSorted(),
    )
    expect((await callPage(platform.ctx, loader)).location).toMatch(/^\/sign-in/)
  })

  test('what waits for an answer stands apart, what was declined too, what was withdrawn is kept and says so', async () => {
    const other = await makeHolder(platform.ctx, { received: 1, imported: [] })
    const { achievement_version_id: versionId } = await platform.ctx.db
      .selectFrom('credential')
      .select('achievement_version_id')
      .where('id', '=', other.credentialIds[0]!)
      .executeTakeFirstOrThrow()
    const [issued] = await issueCredentials(platform.ctx, { versionId, recipients: [{ personId: holder.personId, idempotencyKey: platform.ctx.newId() }] })
    await respondToCredential(holder.ctx, { credentialId: holder.credentialIds[1]!, response: 'declined' })
    await revokeCredential(platform.ctx, { credentialId: holder.credentialIds[0]!, reason: 'Erreur' })
    const page = await look()
    expect(page.waiting.map(({ id }: { id: string }) => id)).toEqual([issued!.credentialId])
    expect(page.declined.map(({ id }: { id: string }) => id)).toEqual([holder.credentialIds[1]])
    expect(page.total).toBe(3)
    expect(page.groups[0].badges.find(({ to }: { to: string }) => to.endsWith(holder.credentialIds[0]!))).toMatchObject({ state: 'revoked' })
    expect((await look('?state=revoked')).found).toBe(1)
  })

  test('is searched and sorted, alone', async () => {
    await writeNote(holder.ctx, { badgeId: holder.importedIds[0]!, sentence: 'Un été à Ligugé.', tags: ['été'] })
    await makeHolder(platform.ctx, { received: 3 })
    expect(names(await look('?q=liguge'))).toEqual(['Teamwork'])
    expect(names(await look('?tag=ete&q=teamwork'))).toEqual(['Teamwork'])
    expect(await look('?q=introuvable')).toMatchObject({ found: 0, total: 4, isFiltered: true })
    expect(names(await look('?issuer=Universit%C3%A9%20de%20Poitiers'))).toEqual(['Badge 1 : travailler en équipe'])
    expect((await look('?view=nonsense&state=%27')).view).toBe('gallery')
  })

  test('is seen over time, by skill and by giver, without losing a badge', async () => {
    const time: Shown = await look('?view=timeline')
    expect(time.groups[0]).toMatchObject({ title: 'novembre', year: '2026' })
    expect(names(time)).toHaveLength(4)
    const bySkill: Shown = await look('?view=skill')
    expect(bySkill.groups.find(({ title }) => title === 'engagement')).toMatchObject({ count: 2 })
    expect(bySkill.groups.at(-1)).toMatchObject({ title: 'Sans compétence nommée' })
    const byIssuer: Shown = await look('?view=issuer')
    expect(names(byIssuer).toSorted()).toEqual(names(time).toSorted())
  })
})

describe('my words beside a badge', () => {
  const pages = () =>
    [
      ['received', badgeLoader, badgeAction, { id: holder.credentialIds[0]! }],
      ['imported', importedLoader, importedAction, { importedId: holder.importedIds[0]! }],
    ] as const

  test('are written on the page of either kind, and read there', async () => {
    for (const [, read, write, params] of pages()) {
      const sent = await callPage(holder.ctx, write, { actor: holder.actor, params, form: { intent: 'note', sentence: 'Deux\r\nlignes', tags: ' emploi ; été,, emploi' } })
      expect(sent.location).toMatch(/done=noted$/)
      expect((await callPage(holder.ctx, read, { actor: holder.actor, params })).data.note).toEqual({ sentence: 'Deux\nlignes', tags: ['emploi', 'été'] })
      await callPage(holder.ctx, write, { actor: holder.actor, params, form: { intent: 'note', sentence: '', tags: '' } })
      expect((await callPage(holder.ctx, read, { actor: holder.actor, params })).data.note).toEqual({ sentence: '', tags: [] })
    }
  })

  test('too long, or too many: the field is named and what was typed is given back', async () => {
    const [, , write, params] = pages()[0]!
    const send = async (form: Record<string, string>) =>
      (await callPage(holder.ctx, write, { actor: holder.actor, params, form: { intent: 'note', sentence: '', tags: '', ...form } })).data
    const long = 'a'.repeat(501)
    expect(await send({ sentence: long })).toMatchObject({ problem: { fields: { sentence: 'too_long' } }, values: { sentence: long } })
    expect(await send({ tags: `court, ${'b'.repeat(41)}` })).toMatchObject({ problem: { fields: { 'tags.1': 'too_long' } } })
    expect(await send({ tags: Array.from({ length: 21 }, (_, i) => `mot ${i}`).join() })).toMatchObject({ problem: { fields: { tags: 'too_many' } } })
    expect(await callPage(holder.ctx, write, { actor: holder.actor, params, form: { intent: 'note', sentence: 'a\u0000b', tags: '' } })).toMatchObject({ status: 302 })
  })

  test('are nobody else’s, and go with an import that is removed', async () => {
    const other = await makeHolder(platform.ctx, { received: 0, imported: [] })
    for (const [, , write, params] of pages())
      expect((await callPage(other.ctx, write, { actor: other.actor, params, form: { intent: 'note', sentence: 'à moi', tags: '' } })).status).toBe(404)
    const badgeId = holder.importedIds[0]!
    await writeNote(holder.ctx, { badgeId, sentence: 'Un souvenir' })
    await removeImport(holder.ctx, badgeId)
    expect(await platform.ctx.db.selectFrom('badge_note').select('badge_id').where('badge_id', '=', badgeId).execute()).toEqual([])
    expect(await listCollection(holder.ctx, holder.personId)).toHaveLength(3)
  })
})

test('a badge from elsewhere says what it asked, what it shows and what it names, like one of here', async () => {
  const received = (await callPage(holder.ctx, badgeLoader, { actor: holder.actor, params: { id: holder.credentialIds[0]! } })).data.said
  expect(received).toMatchObject({ description: 'Ce que cette personne a fait, et comment.', criteriaHtml: expect.stringContaining('<strong>une action</strong>') })
  const imported = (await callPage(holder.ctx, importedLoader, { actor: holder.actor, params: { importedId: holder.importedIds[1]! } })).data.said
  expect(Object.keys(imported).toSorted()).toEqual(Object.keys(received).toSorted())
  expect(imported.skills[0]).toMatchObject({ kind: 'alignment', url: expect.stringMatching(/^https?:/) })
  expect(imported.criteriaHtml).not.toBe('')
})
