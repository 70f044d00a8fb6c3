// Somebody who was entered twice, and had kept things under both names.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '#ctx'
import { getPersonalSigner } from '#features/issuers/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { listCollection } from './collection/list-collection.ts'
import { writeNote } from './collection/write-note.ts'
import { reassignPassport } from './index.ts'
import { FOREIGN, FOREIGN_ALIGNED, makeHolder } from './passports.fixture.ts'
import { openShare } from './shares/open-share.ts'

let platform: TestApp
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())

const makeBoth = async () => {
  const own = await makeHolder(platform.ctx, { received: 0, imported: [FOREIGN] })
  const twin = await makeHolder(platform.ctx, { received: 0, imported: [FOREIGN, FOREIGN_ALIGNED] })
  return { own, twin, merge: { duplicateId: twin.personId, personId: own.personId } }
}
const system = () => asSystem(platform.ctx)

test('nothing is lost: imports, words, pages, CVs and addresses are the person’s, and the same badge is there once', async () => {
  const { own, twin, merge } = await makeBoth()
  const [same, another] = twin.importedIds as [string, string]
  const [kept] = own.importedIds as [string]
  await writeNote(own.ctx, { badgeId: kept, sentence: 'La mienne.' })
  await writeNote(twin.ctx, { badgeId: same, sentence: 'L’autre.', tags: ['été'] })
  await writeNote(twin.ctx, { badgeId: another, sentence: 'Seule.' })
  const { shareId } = await openShare(twin.ctx, { scope: 'badges', badgeIds: [same, another], purpose: 'link' })
  const { db, newId, now } = platform.ctx
  const common = { person_id: twin.personId, created_at: now(), changed_at: now() }
  const [folioId, cvId] = [newId(), newId()]
  await db
    .insertInto('folio')
    .values({ ...common, id: folioId, title: 'Ma page', blocks: JSON.stringify([{ kind: 'badges', badgeIds: [same, another] }]) })
    .execute()
  await db
    .insertInto('cv')
    .values({ ...common, id: cvId, title: 'Mon CV', locale: 'fr', content: JSON.stringify({ shown: same }), badge_ids: [another, same] })
    .execute()

  await reassignPassport(system(), merge)

  const badges = await listCollection(own.ctx, own.personId)
  expect(Object.fromEntries(badges.map(({ badgeId, sentence, tags }) => [badgeId, [sentence, ...tags]]))).toEqual({ [kept]: ['La mienne.', 'été'], [another]: ['Seule.'] })
  const share = await db.selectFrom('share').selectAll().where('id', '=', shareId).executeTakeFirstOrThrow()
  expect([share.person_id, share.badge_ids]).toEqual([own.personId, [kept, another]])
  const cv = await db.selectFrom('cv').selectAll().where('id', '=', cvId).executeTakeFirstOrThrow()
  expect([cv.person_id, cv.badge_ids, cv.content]).toEqual([own.personId, [another, kept], { shown: kept }])
  const folio = await db.selectFrom('folio').selectAll().where('id', '=', folioId).executeTakeFirstOrThrow()
  expect([folio.person_id, folio.blocks]).toEqual([own.personId, [{ kind: 'badges', badgeIds: [kept, another] }]])
  expect(await listCollection(system(), twin.personId)).toEqual([])
})

test('who has a key keeps it, who has none takes the other', async () => {
  const first = await makeBoth()
  const { did } = await getPersonalSigner(first.twin.ctx, { personId: first.twin.personId })
  await reassignPassport(system(), first.merge)
  expect((await getPersonalSigner(first.own.ctx, { personId: first.own.personId })).did).toBe(did)

  const second = await makeBoth()
  await getPersonalSigner(second.twin.ctx, { personId: second.twin.personId })
  const own = await getPersonalSigner(second.own.ctx, { personId: second.own.personId })
  await reassignPassport(system(), second.merge)
  expect((await getPersonalSigner(second.own.ctx, { personId: second.own.personId })).did).toBe(own.did)
})

test('only the platform does this', async () => {
  const { own, merge } = await makeBoth()
  await expect(reassignPassport(own.ctx, merge)).rejects.toMatchObject({ code: 'not_allowed' })
})
