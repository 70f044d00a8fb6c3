import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { openPages, readText, type Visitor } from '../../../../tests/support/visitor.ts'
import { createFirstAdministratorLink, createNetworkAdministrator, createPerson, findPersonByEmail, findSession, openSession, requestLink, SESSION_COOKIE } from '../index.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const MINUTE = 60_000
let platform: TestApp
let newVisitor: () => Visitor
beforeAll(async () => {
  platform = await makeApp()
  ;({ newVisitor } = await openPages(platform))
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(() => platform.setNow(NOW))

let count = 0
async function somebody(isVerified = true, locale: 'fr' | 'en' = 'fr') {
  const address = `karim.${++count}@college.example`
  const { personId } = await createPerson(platform.ctx, { givenName: 'Karim', locale, email: { address, isVerified } })
  return { address, personId }
}
/** Asks on the page, and gives the path of the link that was mailed, if one was. */
async function askLink(address: string, next = ''): Promise<string | undefined> {
  const before = platform.mails.length
  const response = await newVisitor().post('/sign-in', { intent: 'link', address, next })
  expect(response.headers.get('location')).toMatch(/^\/sign-in\?done=link_sent/)
  await platform.runJobs()
  return platform.mails
    .slice(before)
    .find((mail) => mail.to === address)
    ?.text.match(/http:\/\/localhost:3999(\/\S+)/)?.[1]
}

test('a mailed link signs in, on a click: opening it is not enough, for mail scanners open every link', async () => {
  const { address, personId } = await somebody()
  const link = (await askLink(address, '/me/badges'))!
  expect(link).toMatch(/^\/sign-in\/link\/[\w-]{43}$/)
  const visitor = newVisitor()
  for (let openings = 0; openings < 3; openings++) expect(await visitor.read(link)).toContain('Bonjour Karim')
  expect(visitor.cookies.has(SESSION_COOKIE)).toBe(false)
  expect((await visitor.post(link, {})).headers.get('location')).toBe('/me/badges')
  expect((await findSession(platform.ctx, visitor.cookies.get(SESSION_COOKIE)!))?.actor).toMatchObject({ personId })
})

test('a link works once, and of two at the same instant one wins', async () => {
  const { address } = await somebody()
  const link = (await askLink(address))!
  const answers = await Promise.all([newVisitor().post(link, {}), newVisitor().post(link, {})])
  expect(answers.map(({ status }) => status).sort()).toEqual([302, 410])
  const late = newVisitor()
  expect((await late.get(link)).status).toBe(410)
  expect(await readText(await late.post(link, {}))).toContain('déjà servi')
  expect(late.cookies.has(SESSION_COOKIE)).toBe(false)
})

test('a link works for thirty minutes', async () => {
  const { address } = await somebody()
  const link = (await askLink(address))!
  platform.setNow(new Date(NOW.getTime() + 29 * MINUTE))
  expect((await newVisitor().get(link)).status).toBe(200)
  platform.setNow(new Date(NOW.getTime() + 31 * MINUTE))
  expect((await newVisitor().get(link)).status).toBe(410)
  expect(await readText(await newVisitor().post(link, {}))).toContain('Demandez-en un autre')
})

test('an address that nobody has is answered in the same words, and nothing is mailed', async () => {
  expect(await askLink('nobody@nowhere.example')).toBeUndefined()
  expect(platform.mails.some((mail) => mail.to === 'nobody@nowhere.example')).toBe(false)
})

test('what is not an address is said so beside its field', async () => {
  const html = await (await newVisitor().post('/sign-in', { intent: 'link', address: 'claire' })).text()
  expect(html).toContain('Écrivez une adresse entière')
  expect(html).toMatch(/aria-invalid="true"/)
})

test('six links within a quarter of an hour are one too many', async () => {
  const { address } = await somebody()
  for (let links = 0; links < 5; links++) await askLink(address)
  expect(await readText(await newVisitor().post('/sign-in', { intent: 'link', address }))).toContain('Trop d’essais')
})

test('an account made by a structure is entered by the mail of its address, which is then verified; whoever was in it leaves', async () => {
  const { address, personId } = await somebody(false)
  expect(await findPersonByEmail(platform.ctx, address)).toBeUndefined()
  const earlier = await openSession(platform.ctx, { personId, method: 'card', userAgent: '', address: '' })
  const link = (await askLink(address))!
  await newVisitor().post(link, {})
  expect(await findPersonByEmail(platform.ctx, address)).toEqual({ personId })
  expect(await findSession(platform.ctx, earlier.token)).toBeUndefined()
})

test('an address that somebody only claims lets nobody into their account', async () => {
  const victim = 'victime@college.example'
  const { personId } = await createPerson(platform.ctx, { givenName: 'Curieux', email: { address: victim, isVerified: false }, password: 'tortue vélo nuage' })
  expect(await askLink(victim)).toBeUndefined()
  expect(await findPersonByEmail(platform.ctx, victim)).toBeUndefined()
  await createPerson(platform.ctx, { givenName: 'Victime', email: { address: victim, isVerified: true } })
  expect((await findPersonByEmail(platform.ctx, victim))?.personId).not.toBe(personId)
})

test('a made-up token is refused, and a place that tries many is stopped', async () => {
  for (let tries = 0; tries < 50; tries++) await newVisitor().get(`/sign-in/link/${'x'.repeat(40)}${tries}`)
  expect((await newVisitor().get('/sign-in/link/again')).status).toBe(429)
  const { address } = await somebody()
  expect(await readText(await newVisitor().post((await askLink(address))!, {}))).toContain('Trop d’essais')
  platform.setNow(new Date(NOW.getTime() + 16 * MINUTE))
  expect((await newVisitor().post((await askLink(address))!, {})).status).toBe(302)
})

test('a link asked for twice by a repeated job is mailed once, in the language of its reader', async () => {
  const { address } = await somebody(true, 'en')
  platform.setNow(new Date(NOW.getTime() + 60 * MINUTE))
  await requestLink(platform.ctx, { address, purpose: 'sign-in' })
  await platform.runJobs()
  const mails = platform.mails.filter((mail) => mail.to === address)
  expect(mails.map((mail) => mail.subject)).toEqual(['Your link to sign in to BOAT'])
  const { makeLink } = await import('./request-link.ts')
  const { id } = await platform.ctx.db.selectFrom('one_time_link').select('id').where('address', '=', address).executeTakeFirstOrThrow()
  await makeLink(platform.ctx, { linkId: id, address, purpose: 'sign-in', locale: 'en' })
  await platform.runJobs()
  expect(platform.mails.filter((mail) => mail.to === address)).toHaveLength(1)
})

test('no token waits in the queues in the clear', async () => {
  const { address } = await somebody()
  platform.setNow(new Date(NOW.getTime() + 90 * MINUTE))
  const token = (await askLink(address))!.split('/').at(-1)!
  const { rows } = await import('kysely').then(({ sql }) => sql<{ data: string }>`select data::text as data from job.job where data is not null`.execute(platform.ctx.db))
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map(({ data }) => data).join()).not.toContain(token)
})

test('the first administrator of an installation comes in by a link that is printed once', async () => {
  await using fresh = await makeApp({ mode: 'installation' })
  const visitor = (await openPages(fresh)).newVisitor()
  const former = (await createFirstAdministratorLink(fresh.ctx))!
  const { url } = (await createFirstAdministratorLink(fresh.ctx))!
  const path = new URL(url).pathname
  expect((await visitor.get(new URL(former.url).pathname)).status).toBe(410)
  expect(await visitor.read(path)).toContain('Premier compte administrateur')
  const form = { givenName: 'Hélène', familyName: 'Audouin', address: 'helene@region.example', password: 'tortue vélo nuage', repeatedPassword: 'tortue vélo nuage' }
  expect(await readText(await visitor.post(path, { ...form, password: 'motdepasse1234', repeatedPassword: 'motdepasse1234' }))).toContain('premiers que l’on essaie')
  expect(await readText(await visitor.post(path, { ...form, repeatedPassword: 'autre' }))).toContain('ne sont pas les mêmes')
  expect((await visitor.post(path, form)).status).toBe(302)
  expect((await findSession(fresh.ctx, visitor.cookies.get(SESSION_COOKIE)!))?.actor).toMatchObject({ isNetworkAdmin: true })
  expect((await visitor.get(path)).status).toBe(410)
  expect(await createFirstAdministratorLink(fresh.ctx)).toBeUndefined()
})

test('only the platform or a network administrator makes a network administrator', async () => {
  const person = { givenName: 'Autre', email: { address: 'autre@region.example', isVerified: true } }
  for (const actor of [{ kind: 'anonymous' } as const, { kind: 'person', personId: platform.ctx.newId(), sessionId: '', isNetworkAdmin: false } as const])
    expect(() => createNetworkAdministrator({ ...platform.ctx, actor }, person)).toThrow('not_allowed')
})
