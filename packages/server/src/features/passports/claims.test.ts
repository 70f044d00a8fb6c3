import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { createPerson, findSession } from '#features/accounts/index.ts'
import { getCredential, issueCredentials, listHeld, respondToCredential, revokeCredential } from '#features/credentials/index.ts'
import { addMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { actorOf, makePerson, makeSchool } from '../credentials/school.fixture.ts'
import { claimCredential, createClaim, findClaim, joinWithClaim, signInWithCard } from './index.ts'

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
})
afterAll(() => platform[Symbol.asyncDispose]())

const START = new Date('2026-11-23T09:00:00Z')
const later = (days: number) => new Date(START.getTime() + days * 86_400_000)
const asPerson = (personId: string): Ctx => as(ctx, actorOf(personId))
const anonymous = (): Ctx => as(ctx, { kind: 'anonymous' })
let addresses = 0
const visitor = () => ({ userAgent: 'test', address: `192.0.2.${++addresses}` })
const words = (password: string) => ({ kind: 'password' as const, password })
const PASSWORD = words('lapin-tambour-nuage')

async function issue(recipient: { name?: string; email?: string; personId?: string }, versionId = school.versionId) {
  const [issued] = await issueCredentials(ctx, { versionId, recipients: [{ name: '', ...recipient }] })
  return issued!.credentialId
}

async function makePupil(givenName: string) {
  const personId = await makePerson(ctx, { givenName, familyName: 'Vauquelin', birthDate: '2015-03-04' })
  await addMember(ctx, { organizationId: school.organizationId, personId, roles: ['member'], isPupil: true })
  return personId
}

describe('codes', () => {
  test('a card has eight letters, typed in any way; a mail has a long token; neither is stored', async () => {
    const credentialId = await issue({ name: 'Noé Petit' })
    const card = await createClaim(ctx, { credentialId, channel: 'card' })
    const mail = await createClaim(ctx, { credentialId, channel: 'mail' })
    expect(card.code).toMatch(/^[2-9A-HJKMNP-TW-Z]{8}$/)
    expect(mail.code.length).toBeGreaterThan(40)
    const typed = ` ${card.code.slice(0, 4).toLowerCase()} - ${card.code.slice(4)} `
    expect(await findClaim(anonymous(), { code: typed, clientAddress: '' })).toMatchObject({ credentialId, channel: 'card', state: 'open' })
    expect(await findClaim(anonymous(), { code: mail.code, clientAddress: '' })).toMatchObject({ credentialId, channel: 'mail', state: 'open' })
    const stored = JSON.stringify(await ctx.db.selectFrom('claim').selectAll().execute())
    expect(stored.includes(card.code) || stored.includes(mail.code)).toBe(false)
  })

  test('a new card makes the former one void, a mailed link stays good', async () => {
    const credentialId = await issue({ name: 'Inès Moreau' })
    const mail = await createClaim(ctx, { credentialId, channel: 'mail' })
    const lost = await createClaim(ctx, { credentialId, channel: 'card' })
    const fresh = await createClaim(ctx, { credentialId, channel: 'card' })
    const state = async (code: string) => (await findClaim(anonymous(), { code, clientAddress: '' })).state
    expect([await state(lost.code), await state(fresh.code), await state(mail.code)]).toEqual(['replaced', 'open', 'open'])
    await expect(claimCredential(asPerson(await makePerson(ctx, { givenName: 'Inès' })), { code: lost.code, clientAddress: '' })).rejects.toMatchObject({ code: 'claim_replaced' })
  })

  test('a mailed link holds 180 days, a card 400', async () => {
    const credentialId = await issue({ name: 'Tom Roux' })
    const { code: mail } = await createClaim(ctx, { credentialId, channel: 'mail' })
    const { code: card } = await createClaim(ctx, { credentialId, channel: 'card' })
    const personId = await makePerson(ctx, { givenName: 'Tom' })
    try {
      platform.setNow(later(181))
      await expect(claimCredential(asPerson(personId), { code: mail, clientAddress: '' })).rejects.toMatchObject({ code: 'claim_expired' })
      expect((await findClaim(anonymous(), { code: card, clientAddress: '' })).state).toBe('open')
      platform.setNow(later(401))
      await expect(claimCredential(asPerson(personId), { code: card, clientAddress: '' })).rejects.toMatchObject({ code: 'claim_expired' })
    } finally {
      platform.setNow(START)
    }
  })

  test('guessing stops after thirty wrong codes from one address, also for a right code; others go on', async () => {
    const { code } = await createClaim(ctx, { credentialId: await issue({ name: 'Maël Simon' }), channel: 'card' })
    const guesser = '198.51.100.7'
    for (let guess = 0; guess < 30; guess++)
      await expect(findClaim(anonymous(), { code: `ABCD${String(guess).padStart(4, '2')}`, clientAddress: guesser })).rejects.toMatchObject({ code: 'claim_unknown' })
    await expect(findClaim(anonymous(), { code, clientAddress: guesser })).rejects.toMatchObject({ code: 'too_many_requests' })
    expect((await findClaim(anonymous(), { code, clientAddress: '198.51.100.8' })).state).toBe('open')
    platform.setNow(new Date(START.getTime() + 16 * 60_000))
    expect((await findClaim(anonymous(), { code, clientAddress: guesser })).state).toBe('open')
    platform.setNow(START)
  })

  test('right codes are never counted: a class behind one address opens its cards', async () => {
    const { code } = await createClaim(ctx, { credentialId: await issue({ name: 'Classe' }), channel: 'card' })
    for (let pupil = 0; pupil < 40; pupil++) await findClaim(anonymous(), { code, clientAddress: '198.51.100.9' })
  })
})

describe('taking a badge home', () => {
  test('needs somebody signed in, makes it theirs and accepted, and may be repeated', async () => {
    const credentialId = await issue({ name: 'Zoé Blanc' })
    const { code } = await createClaim(ctx, { credentialId, channel: 'card' })
    await expect(claimCredential(anonymous(), { code, clientAddress: '' })).rejects.toMatchObject({ code: 'not_signed_in' })
    const personId = await makePerson(ctx, { givenName: 'Zoé', familyName: 'Blanc' })
    expect(await claimCredential(asPerson(personId), { code, clientAddress: '' })).toEqual({ credentialId })
    expect(await claimCredential(asPerson(personId), { code, clientAddress: '' })).toEqual({ credentialId })
    expect((await listHeld(asPerson(personId), personId)).map(({ response }) => response)).toEqual(['accepted'])
    await expect(claimCredential(asPerson(await makePerson(ctx, { givenName: 'Autre' })), { code, clientAddress: '' })).rejects.toMatchObject({ code: 'claim_used' })
  })

  test('is refused on a device where somebody else is signed in', async () => {
    const { code } = await createClaim(ctx, { credentialId: await issue({ personId: await makePupil('Léa') }), channel: 'card' })
    await expect(claimCredential(asPerson(await makePupil('Hugo')), { code, clientAddress: '' })).rejects.toMatchObject({ code: 'claim_for_another' })
  })

  test('is refused once the badge was revoked, and the code stays unused', async () => {
    const credentialId = await issue({ name: 'Paul Noir' })
    const { code } = await createClaim(ctx, { credentialId, channel: 'card' })
    await revokeCredential(ctx, { credentialId, reason: 'Par erreur' })
    await expect(claimCredential(asPerson(await makePerson(ctx, { givenName: 'Paul' })), { code, clientAddress: '' })).rejects.toMatchObject({ code: 'credential_revoked' })
    expect((await findClaim(anonymous(), { code, clientAddress: '' })).state).toBe('open')
  })

  test('what was declined can be accepted later', async () => {
    const personId = await makePerson(ctx, { givenName: 'Lou' })
    const credentialId = await issue({ name: 'Lou' })
    await claimCredential(asPerson(personId), { code: (await createClaim(ctx, { credentialId, channel: 'card' })).code, clientAddress: '' })
    const answer = async () => (await getCredential(asPerson(personId), credentialId)).inside?.response
    await respondToCredential(asPerson(personId), { credentialId, response: 'declined' })
    expect(await answer()).toBe('declined')
    await respondToCredential(asPerson(personId), { credentialId, response: 'accepted' })
    expect(await answer()).toBe('accepted')
  })
})

describe('without an account', () => {
  test('a pupil of a class list chooses a password with the card, and comes back with both', async () => {
    const personId = await makePupil('Noé')
    const credentialId = await issue({ personId })
    const { code } = await createClaim(ctx, { credentialId, channel: 'card' })
    await expect(signInWithCard(anonymous(), { code, secret: PASSWORD }, visitor())).rejects.toMatchObject({ code: 'claim_needs_account' })
    const joined = await joinWithClaim(anonymous(), { code, secret: PASSWORD, email: undefined }, visitor())
    expect(joined).toMatchObject({ personId, credentialId })
    expect((await findSession(ctx, joined.session.token))?.actor).toMatchObject({ personId })
    expect((await signInWithCard(anonymous(), { code, secret: PASSWORD }, visitor())).personId).toBe(personId)
    await expect(signInWithCard(anonymous(), { code, secret: words('autre-chose-encore') }, visitor())).rejects.toMatchObject({ code: 'wrong_sign_in' })
    await expect(joinWithClaim(anonymous(), { code, secret: PASSWORD, email: undefined }, visitor())).rejects.toMatchObject({ code: 'claim_used' })
  })

  test('a pupil who forgot the password chooses another with a new card; the former card opens nothing more', async () => {
    const personId = await makePupil('Ilyès')
    const credentialId = await issue({ personId })
    const { code: first } = await createClaim(ctx, { credentialId, channel: 'card' })
    const before = await joinWithClaim(anonymous(), { code: first, secret: PASSWORD, email: undefined }, visitor())
    const { code: second } = await createClaim(ctx, { credentialId, channel: 'card' })
    await joinWithClaim(anonymous(), { code: second, secret: words('baleine-soleil-craie'), email: undefined }, visitor())
    expect(await findSession(ctx, before.session.token), 'sessions opened before are closed').toBeUndefined()
    await expect(signInWithCard(anonymous(), { code: first, secret: words('baleine-soleil-craie') }, visitor())).rejects.toMatchObject({ code: 'claim_replaced' })
    expect((await signInWithCard(anonymous(), { code: second, secret: words('baleine-soleil-craie') }, visitor())).personId).toBe(personId)
  })

  test('a card never opens an account that has a verified address, nor one with a say over others', async () => {
    const known = await makePerson(ctx, { givenName: 'Agathe', email: 'agathe@example.org' })
    await addMember(ctx, { organizationId: school.organizationId, personId: known, roles: ['member'] })
    const boss = await makePerson(ctx, { givenName: 'Denis' })
    await addMember(ctx, { organizationId: school.organizationId, personId: boss, roles: ['admin'] })
    for (const personId of [known, boss]) {
      const { code } = await createClaim(ctx, { credentialId: await issue({ personId }), channel: 'card' })
      await expect(joinWithClaim(anonymous(), { code, secret: PASSWORD, email: undefined }, visitor())).rejects.toMatchObject({ code: 'already_has_account' })
    }
  })

  test('a mailed link makes an account whose address counts at once, and brings the other badges sent there', async () => {
    const first = await issue({ email: 'rose@example.org', name: 'Rose Petit' })
    const second = (await makeSchool(ctx, 'École Rabelais')).versionId
    const other = await issue({ email: 'rose@example.org', name: 'Rose Petit' }, second)
    const { code } = await createClaim(ctx, { credentialId: first, channel: 'mail' })
    await expect(joinWithClaim(anonymous(), { code, secret: PASSWORD, email: undefined }, visitor()), 'a name is needed').rejects.toThrow()
    const { personId } = await joinWithClaim(anonymous(), { code, givenName: 'Rose', familyName: 'Petit', secret: PASSWORD, email: undefined }, visitor())
    await platform.runJobs()
    expect((await listHeld(asPerson(personId), personId)).map(({ credentialId }) => credentialId).sort()).toEqual([first, other].sort())
  })

  test('an address typed beside a card does not count before it is verified', async () => {
    const waiting = await issue({ email: 'victime@example.org', name: 'Victime' })
    const { code } = await createClaim(ctx, { credentialId: await issue({ name: 'Curieux' }), channel: 'card' })
    const { personId } = await joinWithClaim(anonymous(), { code, givenName: 'Curieux', secret: PASSWORD, email: 'victime@example.org' }, visitor())
    await platform.runJobs()
    expect((await listHeld(asPerson(personId), personId)).map(({ credentialId }) => credentialId)).not.toContain(waiting)
  })

  test('a weak password is refused and nothing is taken', async () => {
    const { code } = await createClaim(ctx, { credentialId: await issue({ name: 'Court' }), channel: 'card' })
    await expect(joinWithClaim(anonymous(), { code, givenName: 'Court', secret: words('court'), email: undefined }, visitor())).rejects.toMatchObject({
      code: 'password_too_short',
    })
    expect((await findClaim(anonymous(), { code, clientAddress: '' })).state).toBe('open')
  })
})

test('the suggested passwords are long enough, easy and not always the same', async () => {
  const { suggestPassword } = await import('./suggest-password.ts')
  const ideas = Array.from({ length: 50 }, () => suggestPassword('fr'))
  expect(ideas.every((idea) => idea.length >= 14 && /^\p{Ll}+-\p{Ll}+-\p{Ll}+$/u.test(idea))).toBe(true)
  expect(new Set(ideas).size).toBeGreaterThan(45)
  await expect(createPerson(ctx, { givenName: 'Zoé', password: ideas[0] })).resolves.toBeDefined()
})
