import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { openPages, readText, type Visitor } from '../../../tests/support/visitor.ts'
import { emailVerified } from './accounts.facts.ts'
import { createPerson, findPersonByEmail, findSession, getPerson, isUnder15, openSession, SESSION_COOKIE } from './index.ts'
import { describeDevice } from './sessions/describe-device.ts'
import { forgetExpired } from './sessions/forget-expired.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const PASSWORD = 'tortue vélo nuage'
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
let platform: TestApp
let newVisitor: () => Visitor
beforeAll(async () => {
  platform = await makeApp()
  ;({ newVisitor } = await openPages(platform))
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(() => platform.setNow(NOW))

let count = 0
async function somebody({ password = PASSWORD as string | null } = {}) {
  const address = `lea.${++count}@college.example`
  const { personId } = await createPerson(platform.ctx, { givenName: 'Léa', familyName: 'Moreau', email: { address, isVerified: true }, ...(password && { password }) })
  const visitor = newVisitor()
  const enter = async (userAgent = FIREFOX) => (await openSession(platform.ctx, { personId, method: 'password', userAgent, address: '192.0.2.1' })).token
  visitor.cookies.set(SESSION_COOKIE, await enter())
  return { address, personId, visitor, enter, emails: async () => (await getPerson(platform.ctx, personId)).emails }
}
const change = (visitor: Visitor, intent: string, fields: Record<string, string> = {}) => visitor.post('/account', { intent, ...fields })
const done = (response: Response) => response.headers.get('location')
async function mailedLink(address: string) {
  await platform.runJobs()
  return platform.mails.findLast((mail) => mail.to === address)?.text.match(/http:\/\/localhost:3999(\/account\/emails\/verify\/\S+)/)?.[1]
}

test('a visitor is sent to sign in, and comes back', async () => {
  expect(done(await newVisitor().get('/account'))).toBe('/sign-in?next=%2Faccount')
  expect(done(await change(newVisitor(), 'names', { givenName: 'X' }))).toBe('/sign-in?next=%2Faccount')
  expect(done(await newVisitor().get('/account/emails/verify/abc'))).toBe('/sign-in?next=%2Faccount%2Femails%2Fverify%2Fabc')
})

test('somebody corrects their name; an empty one is refused beside its field', async () => {
  const { visitor, personId } = await somebody()
  expect(done(await change(visitor, 'names', { givenName: '  Léa-Rose ', familyName: 'Moreau' }))).toBe('/account?done=names')
  expect(await getPerson(platform.ctx, personId)).toMatchObject({ givenName: 'Léa-Rose', familyName: 'Moreau', birthDate: null })
  expect(await readText(await change(visitor, 'names', { givenName: ' ' }))).toContain('Écrivez au moins un prénom')
})

test('an added address counts only once its mailed link has come back', async () => {
  const { visitor, personId, emails } = await somebody()
  expect(done(await change(visitor, 'email_added', { address: 'Lea.Perso@Example.org' }))).toBe('/account?done=email_added')
  const link = (await mailedLink('lea.perso@example.org'))!
  expect(await findPersonByEmail(platform.ctx, 'lea.perso@example.org')).toBeUndefined()
  expect(await visitor.read(link)).toContain('lea.perso@example.org va être ajoutée')
  expect(await findPersonByEmail(platform.ctx, 'lea.perso@example.org')).toBeUndefined()
  expect(done(await visitor.post(link, {}))).toBe('/account?done=email_verified')
  expect(await findPersonByEmail(platform.ctx, 'LEA.perso@example.org')).toEqual({ personId })
  expect((await emails()).map(({ isPrimary, isVerified }) => [isPrimary, isVerified])).toEqual([
    [true, true],
    [false, true],
  ])
  expect(await readText(await change(visitor, 'email_added', { address: 'lea.perso@example.org' }))).toContain('déjà confirmée')
})

test('a verified address is announced once committed', async () => {
  const announced: unknown[] = []
  const ctx: Ctx = { ...platform.ctx, db: platform.ctx.db }
  await ctx.boss.createQueue('test.listener')
  await ctx.boss.subscribe(emailVerified.name, 'test.listener')
  const { personId, address } = await somebody()
  for (const job of await ctx.boss.fetch('test.listener', { batchSize: 100 })) announced.push(job.data)
  expect(announced).toContainEqual({ personId, address })
})

test('a link to verify an address works only for whoever asked: a stranger’s click does not give their address away', async () => {
  const asker = await somebody()
  const stranger = await somebody()
  await change(asker.visitor, 'email_added', { address: 'stranger@example.org' })
  const link = (await mailedLink('stranger@example.org'))!
  const page = await stranger.visitor.get(link)
  expect(page.status).toBe(403)
  expect(await readText(await stranger.visitor.post(link, {}))).toContain('demandé depuis un autre compte')
  platform.setNow(new Date(NOW.getTime() + 31 * 60_000))
  expect((await asker.visitor.get(link)).status).toBe(410)
  expect(await findPersonByEmail(platform.ctx, 'stranger@example.org')).toBeUndefined()
})

test('an address verified by somebody else is not taken; the answer does not tell, only its owner is told', async () => {
  const owner = await somebody()
  const other = await somebody()
  expect(done(await change(other.visitor, 'email_added', { address: owner.address }))).toBe('/account?done=email_added')
  expect(await mailedLink(owner.address)).toBeUndefined()
  const told = platform.mails.findLast((mail) => mail.to === owner.address)!
  expect(told.subject).toBe('Cette adresse a déjà son compte BOAT')
  expect(told.text).not.toMatch(/verify\//)
  expect(await findPersonByEmail(platform.ctx, owner.address)).toEqual({ personId: owner.personId })
})

test('of two who claim one address, the second to verify it is told that it is taken', async () => {
  const [one, two] = [await somebody(), await somebody()]
  await change(one.visitor, 'email_added', { address: 'shared@example.org' })
  const first = (await mailedLink('shared@example.org'))!
  await change(two.visitor, 'email_added', { address: 'shared@example.org' })
  const second = (await mailedLink('shared@example.org'))!
  await one.visitor.post(first, {})
  expect(await readText(await two.visitor.post(second, {}))).toContain('ne peut pas être ajoutée')
  expect(await findPersonByEmail(platform.ctx, 'shared@example.org')).toEqual({ personId: one.personId })
})

test('another address becomes the main one; the main one and what is not verified stay where they are', async () => {
  const { visitor, address, emails } = await somebody()
  await change(visitor, 'email_added', { address: 'second@example.org' })
  const second = (await emails()).find((email) => email.address === 'second@example.org')!
  expect(await readText(await change(visitor, 'email_primary', { emailId: second.emailId }))).toContain('Confirmez d’abord')
  await visitor.post((await mailedLink('second@example.org'))!, {})
  const first = (await emails()).find((email) => email.address === address)!
  expect(await readText(await change(visitor, 'email_removed', { emailId: first.emailId }))).toContain('adresse principale')
  expect(done(await change(visitor, 'email_primary', { emailId: second.emailId }))).toBe('/account?done=email_primary')
  expect(done(await change(visitor, 'email_removed', { emailId: first.emailId }))).toBe('/account?done=email_removed')
  expect((await emails()).map((email) => email.address)).toEqual(['second@example.org'])
})

test('nobody changes the addresses or closes the sessions of another', async () => {
  const [one, two] = [await somebody(), await somebody()]
  const [email] = await one.emails()
  for (const intent of ['email_primary', 'email_removed']) expect((await change(two.visitor, intent, { emailId: email!.emailId })).status).toBe(404)
  const { id } = await platform.ctx.db.selectFrom('session').select('id').where('person_id', '=', one.personId).executeTakeFirstOrThrow()
  expect((await change(two.visitor, 'session_closed', { sessionId: id })).status).toBe(404)
  expect((await change(two.visitor, 'session_closed', { sessionId: 'not an id' })).status).toBe(404)
  expect((await one.visitor.get('/account')).status).toBe(200)
})

test('eleven addresses are one too many', async () => {
  const { visitor, emails } = await somebody()
  for (let more = 0; more < 9; more++) await change(visitor, 'email_added', { address: `more${more}.${count}@example.org` })
  expect(await readText(await change(visitor, 'email_added', { address: 'eleventh@example.org' }))).toContain('au plus 10 adresses')
  expect(await emails()).toHaveLength(10)
})

test('changing the password asks for the old one and signs out every other device', async () => {
  const { visitor, enter, personId } = await somebody()
  const phone = await enter()
  const next = { password: 'quatre mots sans rapport', repeatedPassword: 'quatre mots sans rapport' }
  expect(await readText(await change(visitor, 'password', { ...next, oldPassword: 'not this one' }))).toContain('mot de passe actuel n’est pas celui-là')
  expect(await findSession(platform.ctx, phone)).toBeDefined()
  expect(done(await change(visitor, 'password', { ...next, oldPassword: PASSWORD }))).toBe('/account?done=password')
  expect(await findSession(platform.ctx, phone)).toBeUndefined()
  expect((await visitor.get('/account')).status).toBe(200)
  const { password_hash } = await platform.ctx.db.selectFrom('person').select('password_hash').where('id', '=', personId).executeTakeFirstOrThrow()
  expect(password_hash).toMatch(/^\$argon2id\$/)
})

test('somebody who came by a link chooses a password; weak ones are refused, each with its reason', async () => {
  const { visitor } = await somebody({ password: null })
  const refused = async (password: string, repeatedPassword = password) => readText(await change(visitor, 'password', { password, repeatedPassword }))
  expect(await refused('trop court')).toContain('au moins 12 caractères')
  expect(await refused('x'.repeat(201))).toContain('200 caractères suffisent')
  for (const common of ['motdepasse123', 'Azertyuiop2026!', 'aaaaaaaaaaaaaa', 'abcdefghijklmn', '123456789012']) expect(await refused(common)).toContain('premiers que l’on essaie')
  expect(await refused('MoreauLéa2026')).toContain('ressemble trop à votre nom')
  expect(await refused('tortue vélo nuage', 'tortue vélo nuages')).toContain('ne sont pas les mêmes')
  expect(done(await change(visitor, 'password', { password: PASSWORD, repeatedPassword: PASSWORD }))).toBe('/account?done=password')
})

test('sessions are listed with their device in words, and a closed one no longer works', async () => {
  const { visitor, enter, personId } = await somebody()
  const phone = await enter('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1')
  const text = await visitor.read('/account')
  expect(text).toContain('Firefox sur Windows')
  expect(text).toContain('Safari sur iPhone')
  expect(text).not.toContain('192.0.2.1')
  const { id } = await platform.ctx.db.selectFrom('session').select('id').where('person_id', '=', personId).where('user_agent', 'like', '%iPhone%').executeTakeFirstOrThrow()
  expect(done(await change(visitor, 'session_closed', { sessionId: id }))).toBe('/account?done=session_closed')
  expect(await findSession(platform.ctx, phone)).toBeUndefined()
  const [one, two] = [await enter(), await enter()]
  expect(done(await change(visitor, 'sessions_closed'))).toBe('/account?done=sessions_closed')
  expect(await findSession(platform.ctx, one)).toBeUndefined()
  expect(await findSession(platform.ctx, two)).toBeUndefined()
  expect((await visitor.get('/account')).status).toBe(200)
})

test('a session ends after thirty days, and nothing that is over is kept', async () => {
  const { visitor, personId } = await somebody()
  platform.setNow(new Date(NOW.getTime() + 31 * 86_400_000))
  expect((await visitor.get('/account')).status).toBe(302)
  await forgetExpired(platform.ctx)
  for (const table of ['session', 'one_time_link', 'rate_limit'] as const) expect(await platform.ctx.db.selectFrom(table).selectAll().execute()).toEqual([])
  expect(await getPerson(platform.ctx, personId)).toMatchObject({ personId })
})

test('an unknown person is not found', async () => {
  await expect(getPerson(platform.ctx, platform.ctx.newId())).rejects.toMatchObject({ code: 'not_found' })
  await expect(getPerson(platform.ctx, 'x')).rejects.toMatchObject({ code: 'not_found' })
})

test('a child is under fifteen until the very day', () => {
  expect(isUnder15('2011-11-24', NOW)).toBe(true)
  expect(isUnder15('2011-11-23', NOW)).toBe(false)
  expect(isUnder15('2012-02-29', new Date('2027-02-28T12:00:00Z'))).toBe(true)
  expect(isUnder15('2012-02-29', new Date('2027-03-01T00:00:00Z'))).toBe(false)
  expect(isUnder15(null, NOW)).toBe(false)
})

test('devices are named as people know them', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0'
  expect(describeDevice(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/140.0.0.0`)).toEqual({ browser: 'Edge', system: 'Windows' })
  expect(describeDevice(`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${chrome} Mobile Safari/537.36`)).toEqual({ browser: 'Chrome', system: 'Android' })
  expect(describeDevice(`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome} Safari/537.36`)).toEqual({ browser: 'Chrome', system: 'Chromebook' })
  expect(describeDevice('curl/8.0')).toEqual({ browser: undefined, system: undefined })
})

test('in a demonstration one click enters as one of its people', async () => {
  await createPerson(platform.ctx, { givenName: 'Nathalie', familyName: 'Brossard', email: { address: 'principale@bedel.demo.boat.test', isVerified: true } })
  const visitor = newVisitor()
  expect(await visitor.read('/sign-in')).toContain('Nathalie Brossard Cheffe d’établissement')
  expect(done(await visitor.post('/sign-in', { intent: 'role', role: 'headteacher' }))).toBe('/')
  expect((await visitor.get('/account')).status).toBe(200)
  expect((await newVisitor().post('/sign-in', { intent: 'role', role: 'cook' })).status).toBe(404)
  expect(await readText(await newVisitor().post('/sign-in', { intent: 'role', role: '__proto__' }))).toContain('à corriger')
})

test('in a real installation nobody enters by a click', async () => {
  await using installation = await makeApp({ mode: 'installation' })
  const visitor = (await openPages(installation)).newVisitor()
  await createPerson(installation.ctx, { givenName: 'Nathalie', email: { address: 'principale@bedel.demo.boat.test', isVerified: true } })
  expect(await visitor.read('/sign-in')).not.toContain('Nathalie')
  expect(await readText(await visitor.post('/sign-in', { intent: 'role', role: 'headteacher' }))).toContain('que dans une démonstration')
  expect(visitor.cookies.has(SESSION_COOKIE)).toBe(false)
})

test('verbs about oneself need somebody', async () => {
  const anonymous = as(platform.ctx, { kind: 'anonymous' })
  const { addEmail, closeSession, requestLink, updatePersonNames } = await import('./index.ts')
  await expect(addEmail(anonymous, { address: 'a@example.org' })).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(requestLink(anonymous, { address: 'a@example.org', purpose: 'verify-email' })).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(closeSession(anonymous)).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(updatePersonNames(anonymous, { givenName: 'X' })).rejects.toMatchObject({ code: 'not_signed_in' })
})
