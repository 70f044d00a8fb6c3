import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '#ctx'
import { shareCredential } from '#features/credentials/index.ts'
import { addMember } from '#features/organizations/index.ts'
import { callPage } from '../../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../../tests/support/make-app.ts'
import { loader as credentialLoader } from '../../../credentials/faces/pages/credential.server.ts'
import { listNotices } from '../../../delivery/notices/list-notices.ts'
import { removeImport } from '../../imports/read-imports.ts'
import { loader as myBadgeLoader } from '../../pages/my-badge.server.ts'
import { FOREIGN, type Holder, makeHolder } from '../../passports.fixture.ts'
import { reassignPassport } from '../../reassign-passport.ts'
import { makePerson, makeStructure, saysAnywhere } from '../circle.fixture.ts'
import { announceBadge } from '../follow/announce-badge.ts'
import { followOrganization } from '../follow/follow-organization.ts'
import { readNews } from '../follow/read-news.ts'
import { action as circleAction, loader as circleLoader } from '../pages/circle.server.ts'
import { action, loader } from '../pages/congratulate.server.ts'
import { showBadge } from '../shown/show-badge.ts'
import { congratulate, withdrawCongratulation } from './congratulate.ts'
import { findCongratulable } from './find-congratulable.ts'
import { acceptCongratulations, blockSender, listCongratulations, removeCongratulation, unblockSender } from './keep-congratulations.ts'

let platform: TestApp
let amina: Holder
let friend: Awaited<ReturnType<typeof makePerson>>
let badgeId: string
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  amina = await makeHolder(platform.ctx, { received: 2, imported: [FOREIGN] })
  friend = await makePerson(platform.ctx)
  badgeId = amina.credentialIds[0]!
  await shareCredential(amina.ctx, { credentialId: badgeId, isShared: true })
})

const told = async () => (await listNotices(amina.ctx)).filter(({ kind }) => kind === 'congratulated')
const words = () => listCongratulations(amina.ctx, badgeId)
const issuerOf = async (credentialId: string) =>
  (await platform.ctx.db.selectFrom('credential').select('organization_id').where('id', '=', credentialId).executeTakeFirstOrThrow()).organization_id

describe('a warm word', () => {
  test('reaches its holder, who is told and reads it on the badge, and nobody else', async () => {
    await congratulate(friend.ctx, { badgeId, phrase: 'own', words: '  Quelle énergie !  ' })
    expect(await words()).toMatchObject([{ fromName: 'Hélène Castaing', phrase: null, words: 'Quelle énergie !' }])
    await platform.runJobs()
    expect(await told()).toMatchObject([{ path: `/me/badges/${badgeId}#circle`, words: { person: 'Hélène Castaing' } }])
    const own = await callPage(platform.ctx, myBadgeLoader, { actor: amina.actor, params: { id: badgeId } })
    expect(own.data.circle.congratulations).toMatchObject([{ words: 'Quelle énergie !', on: '23 novembre 2026' }])
    const stranger = await makePerson(platform.ctx)
    expect(await listCongratulations(stranger.ctx, badgeId)).toEqual([])
    for (const actor of [undefined, stranger.actor, friend.actor])
      expect(saysAnywhere((await callPage(platform.ctx, credentialLoader, { ...(actor && { actor }), params: { id: badgeId } })).data, 'énergie')).toBe(false)
  })

  test('is one for each badge: it can be changed and taken back, and is told once', async () => {
    await congratulate(friend.ctx, { badgeId, phrase: 'bravo' })
    await congratulate(friend.ctx, { badgeId, phrase: 'thanks' })
    expect((await words()).map(({ phrase }) => phrase)).toEqual(['thanks'])
    await platform.runJobs()
    expect(await told()).toHaveLength(1)
    await withdrawCongratulation(friend.ctx, badgeId)
    expect(await words()).toEqual([])
  })

  test('is refused when empty, too long or of no sentence that is offered, and what was typed stays', async () => {
    const post = (form: Record<string, string>) => callPage(platform.ctx, action, { actor: friend.actor, params: { badgeId }, form })
    expect((await post({})).data.problem.fields).toHaveProperty('phrase')
    const long = 'a'.repeat(141)
    expect((await post({ words: long })).data).toMatchObject({ problem: { fields: { words: 'too_long' } }, values: { words: long } })
    await expect(congratulate(friend.ctx, { badgeId, phrase: 'own', words: '   ' })).rejects.toMatchObject({ name: 'ZodError' })
    expect(await words()).toEqual([])
    expect((await post({ phrase: 'path' })).location).toBe('/me/circle/news?done=circle_congratulated#circle')
    expect((await callPage(platform.ctx, loader, { actor: friend.actor, params: { badgeId } })).data.said).toEqual({ phrase: 'path', words: '' })
    expect((await post({ intent: 'withdraw' })).location).toBe('/me/circle/news?done=circle_unsaid#circle')
    expect(await words()).toEqual([])
  })

  test('is said twenty times a day at most', async () => {
    for (let i = 0; i < 20; i++) await congratulate(friend.ctx, { badgeId, phrase: 'bravo' })
    await expect(congratulate(friend.ctx, { badgeId, phrase: 'bravo' })).rejects.toMatchObject({ code: 'too_many_requests' })
  })
})

describe('only who sees the badge', () => {
  const cannot = (someone: typeof friend, id: string) => expect(congratulate(someone.ctx, { badgeId: id, phrase: 'bravo' })).rejects.toMatchObject({ code: 'not_found' })

  test('congratulates: not on one that is private, one’s own, or none', async () => {
    await cannot(friend, amina.credentialIds[1]!)
    await cannot(friend, amina.importedIds[0]!)
    await cannot(friend, platform.ctx.newId())
    await cannot(friend, 'x')
    await expect(congratulate(amina.ctx, { badgeId, phrase: 'bravo' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(congratulate({ ...friend.ctx, actor: { kind: 'anonymous' } }, { badgeId, phrase: 'bravo' })).rejects.toMatchObject({ code: 'not_signed_in' })
    expect((await callPage(platform.ctx, loader, { actor: friend.actor, params: { badgeId: amina.credentialIds[1]! } })).status).toBe(404)
  })

  test('the structure that it is shown to, while it is, and not who looks after the network', async () => {
    const importedId = amina.importedIds[0]!
    const admin = await makePerson(platform.ctx, { isNetworkAdmin: true })
    const { organizationId } = await makeStructure(platform.ctx, [{ personId: amina.personId }, { personId: friend.personId, roles: ['issuer'] }])
    await showBadge(amina.ctx, { badgeId: importedId, organizationId })
    await congratulate(friend.ctx, { badgeId: importedId, phrase: 'bravo' })
    await cannot(admin, importedId)
    await platform.runJobs()
    expect(await told()).toMatchObject([{ path: `/me/imports/${importedId}#circle` }])
    await removeImport(amina.ctx, importedId)
    expect(await platform.ctx.db.selectFrom('congratulation').select('id').where('badge_id', '=', importedId).execute()).toEqual([])
  })

  test('a child’s only in the school that gave it, even when the family shares it', async () => {
    const child = await makeHolder(platform.ctx, { received: 1, imported: [], birthDate: '2015-05-05', givenName: 'Lina' })
    const given = child.credentialIds[0]!
    await platform.ctx.db.updateTable('credential').set({ shared_at: platform.ctx.now() }).where('id', '=', given).execute()
    const school = await issuerOf(given)
    const [teacher, colleague, admin] = [await makePerson(platform.ctx), await makePerson(platform.ctx), await makePerson(platform.ctx, { isNetworkAdmin: true })]
    await addMember(asSystem(platform.ctx), { organizationId: school, personId: teacher.personId, roles: ['issuer'] })
    await addMember(asSystem(platform.ctx), { organizationId: school, personId: colleague.personId, roles: ['member'] })
    for (const someone of [friend, colleague, admin]) await cannot(someone, given)
    await congratulate(teacher.ctx, { badgeId: given, phrase: 'bravo' })
    expect(await listCongratulations(child.ctx, given)).toHaveLength(1)
    expect((await callPage(platform.ctx, credentialLoader, { actor: teacher.actor, params: { id: given } })).data.mayCongratulate).toBe(true)
    expect((await callPage(platform.ctx, credentialLoader, { actor: admin.actor, params: { id: given } })).data.mayCongratulate).toBe(false)
  })

  test('a child says it face to face', async () => {
    const child = await makePerson(platform.ctx, { birthDate: '2015-05-05' })
    expect(await findCongratulable(child.ctx, badgeId)).toMatchObject({ closed: 'yours' })
    await expect(congratulate(child.ctx, { badgeId, phrase: 'bravo' })).rejects.toMatchObject({ code: 'circle_from_fifteen' })
  })
})

describe('its holder decides', () => {
  test('what stays: a word taken off is gone, and is not said again', async () => {
    await congratulate(friend.ctx, { badgeId, phrase: 'own', words: 'Un mot de trop' })
    const [said] = await words()
    const stranger = await makePerson(platform.ctx)
    await expect(removeCongratulation(stranger.ctx, said!.congratulationId)).rejects.toMatchObject({ code: 'not_found' })
    await expect(removeCongratulation(friend.ctx, said!.congratulationId)).rejects.toMatchObject({ code: 'not_found' })
    await expect(removeCongratulation(amina.ctx, 'x')).rejects.toMatchObject({ code: 'not_found' })
    await removeCongratulation(amina.ctx, said!.congratulationId)
    expect((await platform.ctx.db.selectFrom('congratulation').select('words').where('badge_id', '=', badgeId).execute()).map(({ words }) => words)).toEqual([''])
    await congratulate(friend.ctx, { badgeId, phrase: 'own', words: 'Encore' })
    await withdrawCongratulation(friend.ctx, badgeId)
    await congratulate(friend.ctx, { badgeId, phrase: 'own', words: 'Toujours' })
    expect(await words()).toEqual([])
    await platform.runJobs()
    expect(await told()).toEqual([])
  })

  test('from whom no more: all their words go, and they are not told which no it is', async () => {
    const second = amina.credentialIds[1]!
    await shareCredential(amina.ctx, { credentialId: second, isShared: true })
    await congratulate(friend.ctx, { badgeId, phrase: 'bravo' })
    await congratulate(friend.ctx, { badgeId: second, phrase: 'bravo' })
    await blockSender(amina.ctx, (await words())[0]!.congratulationId)
    expect([await words(), await listCongratulations(amina.ctx, second)]).toEqual([[], []])
    await expect(congratulate(friend.ctx, { badgeId, phrase: 'bravo' })).rejects.toMatchObject({ code: 'not_congratulable' })
    const other = await makePerson(platform.ctx)
    await congratulate(other.ctx, { badgeId, phrase: 'bravo' })
    expect(await words()).toHaveLength(1)
    const own = await callPage(platform.ctx, circleLoader, { actor: amina.actor })
    expect(own.data.congratulations.blocked).toEqual([{ personId: friend.personId, name: 'Hélène Castaing' }])
    await unblockSender(amina.ctx, friend.personId)
    expect(await findCongratulable(friend.ctx, badgeId)).toMatchObject({ closed: null })
  })

  test('whether at all: then nobody is offered to', async () => {
    const organizationId = await issuerOf(badgeId)
    await announceBadge(amina.ctx, { credentialId: badgeId, isAnnounced: true })
    await followOrganization(friend.ctx, organizationId)
    const post = (intent: string) => callPage(platform.ctx, circleAction, { actor: amina.actor, form: { intent } })
    expect((await post('refuses')).location).toBe('/me/circle?done=circle_refuses#circle')
    await acceptCongratulations(amina.ctx, { accepts: false })
    expect((await callPage(platform.ctx, loader, { actor: friend.actor, params: { badgeId } })).data).toMatchObject({ closed: 'theirs' })
    await expect(congratulate(friend.ctx, { badgeId, phrase: 'bravo' })).rejects.toMatchObject({ code: 'not_congratulable' })
    expect((await readNews(friend.ctx)).news.find(({ kind }) => kind === 'received')).toMatchObject({ mayCongratulate: false })
    await post('accepts')
    await congratulate(friend.ctx, { badgeId, phrase: 'bravo' })
    expect((await readNews(friend.ctx)).news.find(({ kind }) => kind === 'received')).toMatchObject({ hasCongratulated: true })
  })
})

test('a second entry of a person gives them its words, its follows and its no', async () => {
  const twin = await makeHolder(platform.ctx, { received: 1, imported: [] })
  const other = await makePerson(platform.ctx)
  const theirs = twin.credentialIds[0]!
  await shareCredential(twin.ctx, { credentialId: theirs, isShared: true })
  await congratulate(friend.ctx, { badgeId: theirs, phrase: 'bravo' })
  await congratulate(other.ctx, { badgeId: theirs, phrase: 'bravo' })
  await congratulate(twin.ctx, { badgeId, phrase: 'bravo' })
  const { organizationId } = await makeStructure(platform.ctx, [])
  await followOrganization(twin.ctx, organizationId)
  await followOrganization(amina.ctx, organizationId)
  await acceptCongratulations(twin.ctx, { accepts: false })
  await blockSender(twin.ctx, (await listCongratulations(twin.ctx, theirs)).find(({ fromName }) => fromName)!.congratulationId)
  const { blocked_id } = await platform.ctx.db.selectFrom('congratulation_block').select('blocked_id').where('person_id', '=', twin.personId).executeTakeFirstOrThrow()
  await reassignPassport(asSystem(platform.ctx), { duplicateId: twin.personId, personId: amina.personId })
  expect(await listCongratulations(amina.ctx, theirs)).toHaveLength(1)
  expect(await words()).toEqual([])
  const { data } = await callPage(platform.ctx, circleLoader, { actor: amina.actor })
  expect(data.congratulations).toMatchObject({ accepts: false, blocked: [{ personId: blocked_id }] })
  const left = await Promise.all(
    (['follow', 'badge_shown', 'badge_announced', 'congratulation_block', 'congratulation_refusal'] as const).map((table) =>
      platform.ctx.db.selectFrom(table).select('person_id').where('person_id', '=', twin.personId).execute(),
    ),
  )
  expect(left.flat()).toEqual([])
})
