import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../../tests/support/make-app.ts'
import { openPages, readText, type Visitor } from '../../../../tests/support/visitor.ts'
import { createPerson, findSession, SESSION_COOKIE } from '../index.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const PASSWORD = 'tortue vélo nuage'
let platform: TestApp
let newVisitor: () => Visitor
beforeAll(async () => {
  platform = await makeApp({ trustsProxy: true })
  ;({ newVisitor } = await openPages(platform))
})
afterAll(() => platform[Symbol.asyncDispose]())

let count = 0
async function somebody(isVerified = true) {
  const address = `claire.${++count}@lycee.example`
  const { personId } = await createPerson(platform.ctx, { givenName: 'Claire', familyName: 'Delaunay', email: { address, isVerified }, password: PASSWORD })
  return { address, personId }
}
const from = (address: string) => ({ 'x-forwarded-for': address })
const signIn = (visitor: Visitor, address: string, password = PASSWORD, more: Record<string, string> = {}, headers = from('192.0.2.1')) =>
  visitor.post('/sign-in', { intent: 'password', address, password, ...more }, headers)

test('the right password opens a session, with a cookie that scripts cannot read', async () => {
  const { address, personId } = await somebody()
  const visitor = newVisitor()
  const response = await signIn(visitor, ` ${address.toUpperCase()} `)
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/')
  expect(response.headers.getSetCookie().join()).toMatch(/^boat_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/)
  expect((await findSession(platform.ctx, visitor.cookies.get(SESSION_COOKIE)!))?.actor).toMatchObject({ personId })
  expect(await visitor.read('/account')).toContain('Mon compte')
})

test('behind https the session cookie travels by https only', async () => {
  const { sessionCookie } = await import('../index.ts')
  const ctx = { ...platform.ctx, config: { ...platform.ctx.config, url: 'https://badges.example' } }
  expect(sessionCookie(ctx, 'token', NOW)).toMatch(/; Secure$/)
})

test('é typed on another keyboard is the same é', async () => {
  const { address } = await somebody()
  expect((await signIn(newVisitor(), address, PASSWORD.normalize('NFD'))).status).toBe(302)
})

test('a wrong password, an unknown address and an address that is not verified get one and the same answer', async () => {
  const { address } = await somebody()
  const unverified = await somebody(false)
  const answers = []
  for (const [who, password] of [
    [address, 'not the password'],
    ['nobody@nowhere.example', PASSWORD],
    [unverified.address, PASSWORD],
  ] as const) {
    const visitor = newVisitor()
    const response = await signIn(visitor, who, password)
    expect(response.headers.getSetCookie()).toEqual([])
    const text = await readText(response)
    expect(text).toContain('L’adresse ou le mot de passe ne convient pas')
    answers.push(text)
  }
  expect(new Set(answers).size).toBe(1)
})

test('what was typed is kept, except the password', async () => {
  const html = await (await signIn(newVisitor(), 'nobody@nowhere.example', 'a wrong password')).text()
  expect(html).toContain('value="nobody@nowhere.example"')
  expect(html).not.toContain('a wrong password')
})

test('an eleventh try on an account is refused even with the right password, until the quarter is over', async () => {
  const { address } = await somebody()
  for (let tries = 0; tries < 10; tries++) await signIn(newVisitor(), address, 'not the password', {}, from(`192.0.2.${tries + 10}`))
  expect(await readText(await signIn(newVisitor(), address, PASSWORD, {}, from('192.0.2.99')))).toContain('Trop d’essais')
  platform.setNow(new Date(NOW.getTime() + 16 * 60_000))
  expect((await signIn(newVisitor(), address)).status).toBe(302)
  platform.setNow(NOW)
})

test('a hundred wrong guesses from one place on as many accounts close it, and no other place', async () => {
  const { address } = await somebody()
  const { spend } = await import('#kit/rate-limit.ts')
  const { guessesFrom } = await import('./limits.ts')
  for (let guesses = 0; guesses < 100; guesses++) await spend(platform.ctx.db, NOW, guessesFrom(platform.ctx, '2001:db8:5:5::1'))
  expect(await readText(await signIn(newVisitor(), address, PASSWORD, {}, from('2001:db8:5:5:ffff::2')))).toContain('Trop d’essais')
  expect((await signIn(newVisitor(), address, PASSWORD, {}, from('2001:db8:5:6::1'))).status).toBe(302)
})

test('a session token that was put there before signing in is never taken over', async () => {
  const { address } = await somebody()
  const visitor = newVisitor()
  visitor.cookies.set(SESSION_COOKIE, 'chosen-by-an-attacker')
  await signIn(visitor, address)
  expect(visitor.cookies.get(SESSION_COOKIE)).not.toBe('chosen-by-an-attacker')
  expect(await findSession(platform.ctx, 'chosen-by-an-attacker')).toBeUndefined()
  const first = visitor.cookies.get(SESSION_COOKIE)
  await signIn(visitor, address)
  expect(visitor.cookies.get(SESSION_COOKIE)).not.toBe(first)
})

test('a form on another site does nothing in the name of who is signed in here', async () => {
  const { address, personId } = await somebody()
  const visitor = newVisitor()
  await signIn(visitor, address)
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }] as Record<string, string>[])
    expect((await visitor.post('/account', { intent: 'names', givenName: 'Autre' }, headers)).status).toBe(403)
  expect((await visitor.post('/sign-out', {}, { origin: 'https://evil.example' })).status).toBe(403)
  const { given_name } = await platform.ctx.db.selectFrom('person').select('given_name').where('id', '=', personId).executeTakeFirstOrThrow()
  expect(given_name).toBe('Claire')
  expect((await visitor.get('/account')).status).toBe(200)
})

test('another site cannot sign a visitor in as somebody of its choice', async () => {
  const { address } = await somebody()
  const response = await newVisitor().post('/sign-in', { intent: 'password', address, password: PASSWORD }, { origin: 'https://evil.example' })
  expect(response.status).toBe(403)
  expect(response.headers.getSetCookie()).toEqual([])
})

test('after signing in one goes back to a page of this site, never elsewhere', async () => {
  const { address } = await somebody()
  const goesTo = async (next: string) => (await signIn(newVisitor(), address, PASSWORD, { next })).headers.get('location')
  expect(await goesTo('/claim/ABCD?x=1#top')).toBe('/claim/ABCD?x=1#top')
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example', '/..//evil.example'])
    expect(await goesTo(next)).toBe('/')
})

test('signing out ends the session on the server too', async () => {
  const { address } = await somebody()
  const visitor = newVisitor()
  await signIn(visitor, address)
  const token = visitor.cookies.get(SESSION_COOKIE)!
  expect((await visitor.post('/sign-out', {})).headers.get('location')).toBe('/sign-in?done=signed_out')
  expect(visitor.cookies.has(SESSION_COOKIE)).toBe(false)
  expect(await findSession(platform.ctx, token)).toBeUndefined()
})

test('the language is kept with the account and on the device, and one stays on the page', async () => {
  const { address, personId } = await somebody()
  const visitor = newVisitor()
  await signIn(visitor, address)
  const response = await visitor.post('/language', { locale: 'en' }, { referer: `${TEST_ORIGIN}/account?x=1` })
  expect(response.headers.get('location')).toBe('/account?x=1')
  expect(visitor.cookies.get('boat_locale')).toBe('en')
  expect(await visitor.read('/account')).toContain('My account')
  expect((await visitor.post('/language', { locale: 'en' }, { referer: 'https://evil.example/x' })).headers.get('location')).toBe('/')
  const { locale } = await platform.ctx.db.selectFrom('person').select('locale').where('id', '=', personId).executeTakeFirstOrThrow()
  expect(locale).toBe('en')
})

test('the appearance is kept too', async () => {
  const visitor = newVisitor()
  await visitor.post('/appearance', { colorScheme: 'dark' }, { referer: `${TEST_ORIGIN}/sign-in` })
  expect(visitor.cookies.get('boat_scheme')).toBe('dark')
  expect(await (await visitor.get('/sign-in')).text()).toContain('data-mantine-color-scheme="dark"')
})

test('no password and no token is written to the database in the clear', async () => {
  const { address } = await somebody()
  const visitor = newVisitor()
  await signIn(visitor, address)
  const { rows } = await import('kysely').then(({ sql }) =>
    sql<{ row: string }>`select p::text as row from person p union all select encode(s.token_hash, 'escape') from session s`.execute(platform.ctx.db),
  )
  const all = rows.map(({ row }) => row).join('\n')
  expect(all).not.toContain(PASSWORD)
  expect(all).not.toContain(visitor.cookies.get(SESSION_COOKIE))
  expect(all).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
})
