import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { PICTURES, type Picture } from '#features/accounts/accounts.schema.ts'
import { findSession, openSession, requestLink } from '#features/accounts/index.ts'
import { issueCredentials, listHeld } from '#features/credentials/index.ts'
import { addCohortMember, addMember, createCohort, type Role } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { actorOf, makePerson, makeSchool, staffCtx } from '../../credentials/school.fixture.ts'
import { createClaim, enterWithAccessCard, findAccessCard, giveAccessCards, joinWithAccessCard, joinWithClaim, listAccessCards } from '../index.ts'

const START = new Date('2026-11-23T09:00:00Z')
let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let issuer: Ctx
let cohortId: string
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  issuer = await staffCtx(ctx, school.organizationId, ['issuer'])
  cohortId = (await createCohort(ctx, { organizationId: school.organizationId, name: 'CM2', kind: 'class', schoolYear: '2026-2027' })).cohortId
})
afterAll(() => platform[Symbol.asyncDispose]())

const anonymous = (): Ctx => as(ctx, { kind: 'anonymous' })
let addresses = 0
const visitor = () => ({ userAgent: 'tablette', address: `192.0.2.${++addresses}` })
const pictures = (...names: Picture[]) => ({ kind: 'pictures' as const, pictures: names })
const MINE = pictures('cat', 'rocket', 'cat', 'cake')
const OTHER = pictures('dog', 'sun', 'train', 'key')

async function makePupil(givenName: string, { email }: { email?: string } = {}) {
  const personId = await makePerson(ctx, { givenName, familyName: 'Delmas', birthDate: '2016-05-04', ...(email && { email }) })
  await addMember(ctx, { organizationId: school.organizationId, personId, roles: ['member'], isPupil: true })
  await addCohortMember(ctx, { cohortId, personId })
  return personId
}
async function makeStaff(roles: Role[] = ['member']) {
  const personId = await makePerson(ctx, { givenName: 'Mathieu', familyName: 'Sabourin' })
  await addMember(ctx, { organizationId: school.organizationId, personId, roles })
  return { personId, ctx: as(ctx, actorOf(personId)) }
}
async function give(personId: string, more: { isForgotten?: boolean } = {}, by = issuer) {
  const [card] = await giveAccessCards(by, { organizationId: school.organizationId, cohortId, personIds: [personId], ...more })
  return card!.code
}
const find = (code: string) => findAccessCard(anonymous(), { code, clientAddress: '' })
const join = (code: string, secret: Parameters<typeof joinWithAccessCard>[1]['secret'] = MINE) => joinWithAccessCard(anonymous(), { code, secret, isShared: true }, visitor())
const enter = (code: string, secret: Parameters<typeof joinWithAccessCard>[1]['secret'] = MINE) => enterWithAccessCard(anonymous(), { code, secret, isShared: true }, visitor())
const stateOf = async (personId: string) => (await listAccessCards(issuer, { organizationId: school.organizationId, cohortId })).find((line) => line.personId === personId)!.state

test('a pupil chooses four pictures with the card, and comes back with both, in that order only', async () => {
  const personId = await makePupil('Noé')
  expect(await stateOf(personId)).toBe('none')
  const code = await give(personId)
  expect(await stateOf(personId)).toBe('waiting')
  expect(await find(` ${code.toLowerCase()} `)).toMatchObject({ givenName: 'Noé', secretKind: null, mayChoose: true })
  await expect(enter(code)).rejects.toMatchObject({ code: 'claim_needs_account' })
  const { token } = await join(code)
  expect((await findSession(ctx, token))?.actor).toMatchObject({ personId })
  expect(await stateOf(personId)).toBe('used')
  expect(await find(code)).toMatchObject({ secretKind: 'pictures', mayChoose: false })
  await expect(join(code, OTHER), 'the card alone changes nothing any more').rejects.toMatchObject({ code: 'already_has_account' })
  expect((await findSession(ctx, (await enter(code)).token))?.actor).toMatchObject({ personId })
  for (const wrong of [pictures('rocket', 'cat', 'cat', 'cake'), OTHER, { kind: 'password' as const, password: 'cat\0rocket\0cat\0cake' }])
    await expect(enter(code, wrong)).rejects.toMatchObject({ code: 'wrong_sign_in' })
})

test('neither the code nor the pictures are stored', async () => {
  const code = await give(await makePupil('Lou'))
  await join(code, OTHER)
  const stored = JSON.stringify([await ctx.db.selectFrom('access_card').selectAll().execute(), await ctx.db.selectFrom('person').select('password_hash').execute()])
  expect(stored).not.toContain(code)
  expect(stored).not.toMatch(/dog|train/)
  expect(stored).toContain('$argon2id$')
})

test('a pupil may choose words instead', async () => {
  const code = await give(await makePupil('Max'))
  const secret = { kind: 'password' as const, password: 'lapin-tambour-nuage' }
  await expect(join(code, { kind: 'password', password: 'court' })).rejects.toMatchObject({ code: 'password_too_short' })
  await join(code, secret)
  await enter(code, secret)
})

test.each([
  ['the same four times', ['sun', 'sun', 'sun', 'sun']],
  ['four neighbours', PICTURES.slice(0, 4)],
  ['four neighbours backwards', PICTURES.slice(4, 8).reverse()],
])('%s are too easy', async (_, easy) => {
  const code = await give(await makePupil('Tom'))
  await expect(join(code, pictures(...(easy as Picture[])))).rejects.toMatchObject({ code: 'pictures_too_easy' })
  expect((await find(code)).mayChoose, 'and nothing was chosen').toBe(true)
})

test('who forgot gets a new card: the old one is void at once, every session is closed, the badges are still there', async () => {
  const personId = await makePupil('Inès')
  await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ personId, name: '' }] })
  const first = await give(personId)
  const { token } = await join(first)
  const second = await give(personId, { isForgotten: true })
  expect(await findSession(ctx, token)).toBeUndefined()
  await expect(find(first)).rejects.toMatchObject({ code: 'claim_replaced' })
  await expect(enter(first)).rejects.toMatchObject({ code: 'claim_replaced' })
  await expect(enter(second), 'the forgotten pictures are gone').rejects.toMatchObject({ code: 'claim_needs_account' })
  await join(second, OTHER)
  expect(await listHeld(as(ctx, actorOf(personId)), personId)).toHaveLength(1)
  const acts = await ctx.db.selectFrom('audit_entry').select(['act', 'actor_id', 'subject']).where('act', 'like', 'access-card.%').execute()
  const own = acts.filter(({ subject }) => (subject as { personId: string }).personId === personId)
  expect(own.map(({ act }) => act)).toEqual(['access-card.given', 'access-card.renewed'])
  expect(own.every(({ actor_id }) => actor_id !== null)).toBe(true)
  expect(JSON.stringify(own)).not.toContain('Inès')
})

test('a card that was only lost is printed again, and the pictures stay', async () => {
  const personId = await makePupil('Sacha')
  const lost = await give(personId)
  await join(lost)
  const fresh = await give(personId)
  await expect(find(lost)).rejects.toMatchObject({ code: 'claim_replaced' })
  await enter(fresh)
})

test('of two who hold the same new card, the first to choose has it', async () => {
  const code = await give(await makePupil('Ava'))
  const tries = await Promise.allSettled([join(code, MINE), join(code, OTHER), join(code, MINE)])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'already_has_account' })
})

test('two prints of one class at once leave each pupil with one good card', async () => {
  const personIds = [await makePupil('Un'), await makePupil('Deux'), await makePupil('Trois')]
  const print = (ids: string[]) => giveAccessCards(issuer, { organizationId: school.organizationId, cohortId, personIds: ids })
  const prints = await Promise.all([print(personIds), print([...personIds].reverse())])
  const good = await Promise.allSettled(prints.flat().map(({ code }) => find(code)))
  expect(good.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
})

test('a session on a device of the school is over after an hour', async () => {
  const code = await give(await makePupil('Zoé'))
  const { token, isShared } = await join(code)
  expect(isShared).toBe(true)
  platform.setNow(new Date(START.getTime() + 61 * 60_000))
  expect(await findSession(ctx, token)).toBeUndefined()
  const own = await enterWithAccessCard(anonymous(), { code, secret: MINE, isShared: false }, visitor())
  platform.setNow(new Date(START.getTime() + 20 * 86_400_000))
  expect(await findSession(ctx, own.token)).toBeDefined()
  platform.setNow(START)
})

test('an eleventh try on one card is refused, the others of the class go on from the same box', async () => {
  const code = await give(await makePupil('Eden'))
  const neighbour = await give(await makePupil('Iris'))
  const box = { userAgent: 'tablette', address: '198.51.100.20' }
  const from = (code: string, secret = MINE) => enterWithAccessCard(anonymous(), { code, secret, isShared: true }, box)
  await join(code)
  await join(neighbour, OTHER)
  for (let tries = 0; tries < 10; tries++) await expect(from(code, OTHER)).rejects.toMatchObject({ code: 'wrong_sign_in' })
  await expect(from(code)).rejects.toMatchObject({ code: 'too_many_requests' })
  await from(neighbour, OTHER)
})

test('sixty tries a day on one card are enough for anybody', async () => {
  const code = await give(await makePupil('Jade'))
  await join(code)
  try {
    for (let tries = 0; tries < 60; tries++) {
      if (tries % 10 === 0) platform.setNow(new Date(START.getTime() + (tries / 10) * 16 * 60_000))
      await enter(code, OTHER).catch(({ code }) => expect(code).toBe('wrong_sign_in'))
    }
    platform.setNow(new Date(START.getTime() + 120 * 60_000))
    await expect(enter(code)).rejects.toMatchObject({ code: 'too_many_requests' })
  } finally {
    platform.setNow(START)
  }
})

test('an unused card opens nothing after a school year', async () => {
  const code = await give(await makePupil('Ugo'))
  platform.setNow(new Date(START.getTime() + 401 * 86_400_000))
  await expect(find(code)).rejects.toMatchObject({ code: 'claim_expired' })
  platform.setNow(START)
})

test('who has an address of their own, a say over others, or is no pupil here gets no card', async () => {
  const { personId: adult } = await makeStaff()
  await expect(give(adult)).rejects.toMatchObject({ code: 'not_found' })
  await expect(give(await makePerson(ctx, { givenName: 'Dehors' }))).rejects.toMatchObject({ code: 'not_found' })
  const reachable = await makePupil('Rose', { email: 'rose@example.org' })
  expect(await stateOf(reachable)).toBe('own')
  await expect(give(reachable)).rejects.toMatchObject({ code: 'no_card_for_them' })
  const powerful = await makePupil('Paul')
  await addMember(ctx, { organizationId: (await makeSchool(ctx, 'Radio locale')).organizationId, personId: powerful, roles: ['issuer'] })
  await expect(give(powerful)).rejects.toMatchObject({ code: 'no_card_for_them' })
})

test('a card printed before somebody got an address, or a say over others, lets nobody choose', async () => {
  const personId = await makePupil('Yanis')
  const code = await give(personId)
  await addMember(ctx, { organizationId: (await makeSchool(ctx, 'Club')).organizationId, personId, roles: ['admin'] })
  await expect(join(code)).rejects.toMatchObject({ code: 'already_has_account' })
})

test('an address that nobody verified does not open the account of a pupil who has a card', async () => {
  const personId = await makePupil('Nina')
  await ctx.db.insertInto('person_email').values({ id: ctx.newId(), person_id: personId, address: 'inconnu@example.org', created_at: ctx.now() }).execute()
  await join(await give(personId))
  await give(personId, { isForgotten: true })
  await requestLink(anonymous(), { address: 'inconnu@example.org', purpose: 'sign-in', next: undefined, from: '192.0.2.1' })
  await platform.runJobs()
  expect(platform.mails.filter(({ to }) => to === 'inconnu@example.org')).toEqual([])
})

test('the adults of a class give its cards; other staff, pupils and the network do not', async () => {
  const pupil = await makePupil('Mia')
  const teacher = await makeStaff()
  await expect(give(pupil, {}, teacher.ctx)).rejects.toMatchObject({ code: 'not_allowed' })
  await addCohortMember(ctx, { cohortId, personId: teacher.personId })
  expect(await give(pupil, {}, teacher.ctx)).toHaveLength(8)
  const elsewhere = await createCohort(ctx, { organizationId: school.organizationId, name: 'CM1', kind: 'class', schoolYear: '2026-2027' })
  await expect(giveAccessCards(teacher.ctx, { organizationId: school.organizationId, cohortId: elsewhere.cohortId, personIds: [pupil] })).rejects.toMatchObject({
    code: 'not_allowed',
  })
  await expect(giveAccessCards(teacher.ctx, { organizationId: school.organizationId, personIds: [pupil] })).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(give(pupil, {}, as(ctx, actorOf(await makePupil('Léo'))))).rejects.toMatchObject({ code: 'not_allowed' })
  const network = await makePerson(ctx, { givenName: 'Hélène' })
  await expect(give(pupil, {}, as(ctx, { kind: 'person', personId: network, sessionId: '', isNetworkAdmin: true }))).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(give(pupil, {}, anonymous())).rejects.toMatchObject({ code: 'not_signed_in' })
})

test('a badge card asks for the pictures as well, and a new one lets a pupil choose again', async () => {
  const personId = await makePupil('Théo')
  await join(await give(personId))
  const [issued] = await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ personId, name: '' }] })
  const { code } = await createClaim(ctx, { credentialId: issued!.credentialId, channel: 'card' })
  const joined = await joinWithClaim(anonymous(), { code, secret: OTHER, email: undefined }, visitor())
  expect(joined.personId).toBe(personId)
  expect(await openSession(ctx, { personId, method: 'card', ...visitor() })).toMatchObject({ isShared: false })
})
