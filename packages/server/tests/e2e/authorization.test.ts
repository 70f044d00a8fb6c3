// Who may open and send what, through HTTP: every page, every address of the API, every role, the structure's own and a neighbour's.
import type { ServerBuild } from 'react-router'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, createApp } from '../../src/app.ts'
import { connect } from '../../src/db/connect.ts'
import { createPerson } from '../../src/features/accounts/index.ts'
import { attemptAll, attemptsOf, everyAttempt, leaksIn, listPages, listRules, type Outcome } from '../support/access-attempts.ts'
import { API, PAGES, type Rule, SMUGGLED } from '../support/access-table.ts'
import { makeWorld, type World } from '../support/access-world.ts'

let world: World
let build: ServerBuild
let app: App
beforeAll(async () => {
  world = await makeWorld()
  build = (await import(/* @vite-ignore */ new URL('../../build/server/index.js', import.meta.url).href)) as ServerBuild
  app = await createApp(world.server.ctx, build)
})
afterAll(async () => world?.server[Symbol.asyncDispose]())

/** What answers before the pages do, described in openapi.json or not. */
const apiPaths = () => app.routes.filter(({ method, path }) => method !== 'ALL' && path !== '*')

describe('the table', () => {
  test('names every page, and says of each that takes a form who may send it', () => {
    expect(Object.keys(PAGES).sort()).toEqual(
      listPages(build)
        .map(({ path }) => path)
        .sort(),
    )
    const sent = Object.keys(PAGES).filter((path) => [PAGES[path]!].flat().some(({ send }) => send))
    expect(sent.sort()).toEqual(
      listPages(build)
        .filter(({ isSent }) => isSent)
        .map(({ path }) => path)
        .sort(),
    )
  })

  test('names every address of the API', () => {
    expect(Object.keys(API).sort()).toEqual([...new Set(apiPaths().map(({ path }) => path))].sort())
    const rules = Object.entries(API).map(([path, rules]) => ({ path, rules: [rules].flat() }))
    for (const { path, rules: of } of rules) {
      const methods = new Set(apiPaths().flatMap((route) => (route.path === path ? route.method : [])))
      const said = new Set(of.flatMap(({ open, send }) => [...(open === 'no page' ? [] : ['GET']), ...(send ? ['POST'] : [])]))
      expect(said, path).toEqual(methods)
    }
  })
})

/** Thousands of requests, on a machine that may be busy. */
const LONG = 300_000

const tell = ({ what, status, location }: Outcome) => `${what} → ${status} ${location}`

/** How the inside of the program would look. */
const TRACE = /\n\s+at |node_modules|\/src\/[\w/]+\.tsx?:\d|Refusal|select .* from "/

describe('every page and address, as everybody', () => {
  test('who may not is refused, learns no name, and changes nothing', { timeout: LONG }, async () => {
    const before = await world.fingerprint()
    const outcomes = await attemptAll(
      world,
      everyAttempt(world, listRules(build)).filter(({ mayDo }) => !mayDo),
    )
    expect(outcomes.filter(({ verdict, isToldInPage }) => (isToldInPage ? verdict === 'broken' : verdict !== 'refused')).map(tell)).toEqual([])
    expect(outcomes.map((outcome) => ({ what: outcome.what, leaks: leaksIn(world, outcome) })).filter(({ leaks }) => leaks.length > 0)).toEqual([])
    expect(outcomes.flatMap(findUnguarded)).toEqual([])
    expect(outcomes.filter(({ body }) => TRACE.test(body)).map(tell)).toEqual([])
    expect(await world.fingerprint()).toEqual(before)
  })

  test('what is named from a neighbouring structure is not found, and changes nothing', async () => {
    const before = await world.fingerprint()
    const foreign = { ...world.things, ...world.neighbour }
    // A model text is named by what it is, which is the same everywhere.
    const rules = listRules(build).filter(({ path, rule }) => /:slug.*:(?!text\b)/.test(path) && rule.open !== 'no page')
    const attempts = rules.flatMap((rule) => (['neighbour', 'network', 'owner'] as const).flatMap((actor) => attemptsOf(world, rule, actor, foreign)))
    const outcomes = await attemptAll(world, attempts)
    expect(outcomes.filter(({ verdict }) => verdict !== 'refused').map(tell)).toEqual([])
    expect(outcomes.flatMap((outcome) => leaksIn(world, outcome).map((leak) => `${outcome.what}: ${leak}`))).toEqual([])
    expect(await world.fingerprint()).toEqual(before)
  })

  test('things of another structure do not come in through one’s own forms', async () => {
    const before = await world.fingerprint()
    const things = { ...world.things, ...world.neighbour }
    const attempts = Object.entries(SMUGGLED).flatMap(([page, { search = '', fields }]) => {
      const rule: Rule = { open: 'nobody', search, ...(fields && { send: [{ access: 'nobody', fields }] }) }
      return attemptsOf(world, { path: `/organizations/:slug/${page.replaceAll('?', '')}`, rule, routeId: page.includes('.') ? undefined : '' }, 'neighbour', things)
    })
    const outcomes = await attemptAll(world, attempts)
    expect(outcomes.filter(({ verdict }) => verdict === 'broken').map(tell)).toEqual([])
    expect(outcomes.flatMap((outcome) => leaksIn(world, outcome).map((leak) => `${outcome.what}: ${leak}`))).toEqual([])
    expect(await world.fingerprint()).toEqual(before)
  })

  test('who may is let in, and outsiders find no name of the structure in what is open to them', { timeout: LONG }, async () => {
    const attempts = everyAttempt(world, listRules(build)).filter(({ mayDo }) => mayDo)
    const outcomes = [
      ...(await attemptAll(
        world,
        attempts.filter(({ init }) => !init.method),
      )),
      ...(await attemptAll(
        world,
        attempts.filter(({ init }) => init.method),
      )),
    ]
    expect(outcomes.filter(({ verdict }) => verdict !== 'done').map(tell)).toEqual([])
    // The search for names finds them where they are.
    expect(leaksIn(world, outcomes.find(({ what }) => what.startsWith('issuer: GET /organizations/college-maurice-bedel/people'))!).length).toBeGreaterThan(10)
    // An invitation says who invites, colleagues are told whom to ask for a badge, and a booklet says who teaches and whose it is; nothing else names anybody.
    const contacts = await namesOfContacts('college-maurice-bedel')
    const isToldWhomToAsk = (url: string, leak: string) => /^\/organizations\/college-maurice-bedel(?:\.data.*)?$/.test(url) && contacts.includes(leak)
    const outside = outcomes.filter(
      ({ actor, url }) =>
        ['anonymous', 'expired', 'former', 'neighbour', 'pupil', 'member', 'designer', 'guardian'].includes(actor) && !url.startsWith('/invitations/') && !isAtTheTable(url),
    )
    const told = outside.flatMap((outcome) => leaksIn(world, outcome).map((leak) => ({ ...outcome, leak })))
    const own = await nameOf(world.things.childId as string)
    const isOfBooklet = (actor: string, url: string, leak: string) => BOOKLET.test(url) && (contacts.includes(leak) || (actor === 'guardian' && leak === own))
    // The cook reads whom he has asked for an endorsement himself.
    const hasAsked = (actor: string, url: string, leak: string) => actor === 'member' && /^\/me\/endorsements(?:\.data.*)?$/.test(url) && contacts.includes(leak)
    const isKnown = ({ actor, url, leak }: (typeof told)[number]) =>
      (['member', 'designer'].includes(actor) && isToldWhomToAsk(url, leak)) || isOfBooklet(actor, url, leak) || hasAsked(actor, url, leak)
    expect(told.filter((one) => !isKnown(one)).map(({ what, leak }) => `${what}: ${leak}`)).toEqual([])
    expect(outcomes.flatMap(findUnguarded)).toEqual([])
    const images = outcomes.filter(({ headers }) => headers.get('content-type')?.startsWith('image/'))
    expect(images.length).toBeGreaterThan(20)
    for (const { headers, what } of images.filter(({ url, headers }) => url.startsWith('/images/') || headers.get('content-type') === 'image/svg+xml'))
      expect(headers.get('content-security-policy'), what).toMatch(/default-src 'none';.*sandbox/)
  })
})

/** Who sits on a jury reads who else sits and who is proposed; that no young pupil is named there is the business of juries.test.ts. */
const isAtTheTable = (url: string) => /^\/(?:me\/)?juries\//.test(url)

/** Of a pupil, for themselves and their family. */
const BOOKLET = /^\/me\/(?:practice\/[^/]+\/booklet|children\/[^/]+\/booklets\/[^/]+?)(?:\.data.*)?$/

const nameOf = async (personId: string): Promise<string> =>
  (await world.server.ctx.db.selectFrom('person').select('family_name').where('id', '=', personId).executeTakeFirstOrThrow()).family_name

/** The family names of those who define and award badges there, and of nobody else. */
async function namesOfContacts(slug: string): Promise<string[]> {
  const rows = await world.server.ctx.db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.family_name', 'membership.roles'])
    .where('organization.slug', '=', slug)
    .where('membership.is_pupil', '=', false)
    .execute()
  return rows.filter(({ roles }) => roles.some((role) => role !== 'member')).map(({ family_name }) => family_name)
}

describe('from elsewhere', () => {
  test('another site sends nothing in the name of who is signed in here', async () => {
    const before = await world.fingerprint()
    const sent = listRules(build).flatMap((rule) => attemptsOf(world, rule, 'owner').filter(({ init }) => init.method))
    const strangers: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    const attempts = sent.flatMap((one) => strangers.map((from) => ({ ...one, init: { ...one.init, headers: { cookie: world.cookies.owner, ...from } } })))
    const outcomes = await attemptAll(world, attempts)
    expect(outcomes.filter(({ status }) => status !== 403).map(tell)).toEqual([])
    expect(await world.fingerprint()).toEqual(before)
  })

  test('signing in leads nowhere else', async () => {
    const password = 'quatre mots pour entrer'
    await createPerson(world.server.ctx, { givenName: 'Ida', email: { address: 'ida@example.org', isVerified: true }, password })
    const away = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/..//evil.example',
      '/.//evil.example',
      'https://evil.example',
      'https:evil.example',
      'javascript:alert(1)',
    ]
    for (const next of away) {
      const body = new URLSearchParams({ intent: 'password', address: 'ida@example.org', password, next })
      const entered = await fetch(`${world.server.url}/sign-in`, { method: 'POST', body, headers: { origin: world.server.url }, redirect: 'manual' })
      const signedIn = await fetch(`${world.server.url}/sign-in?next=${encodeURIComponent(next)}`, { headers: { cookie: world.cookies.owner }, redirect: 'manual' })
      for (const { status, headers } of [entered, signedIn]) {
        expect(status, next).toBe(302)
        expect(new URL(headers.get('location')!, world.server.url).origin, next).toBe(world.server.url)
      }
    }
  })

  test('cookies stay out of the reach of scripts and other sites, and of plain http where there is https', async () => {
    const https = 'https://boat.example'
    const { ctx } = world.server
    const secured = await createApp({ ...ctx, config: { ...ctx.config, url: https } }, build)
    const forms = { '/sign-in': { intent: 'password', address: 'ida@example.org', password: 'quatre mots pour entrer' }, '/language': { locale: 'en' }, '/sign-out': {} }
    for (const [path, fields] of Object.entries(forms)) {
      const answer = await secured.request(https + path, { method: 'POST', body: new URLSearchParams(fields as Record<string, string>), headers: { origin: https } })
      const cookies = answer.headers.getSetCookie()
      expect(cookies.length, path).toBe(1)
      expect(cookies[0], path).toMatch(/; HttpOnly; SameSite=Lax; .*; Secure$/)
    }
  })

  test('what breaks says nothing of the inside', async () => {
    const { ctx } = world.server
    const gone = connect('postgresql://nobody@127.0.0.1:1/secret', 1)
    const broken = await createApp({ ...ctx, db: gone }, build)
    for (const path of ['/', '/_.data', '/api/v1/communes?q=poitiers', '/images/5e1f2f6a-0000-4000-8000-000000000000', '/verify']) {
      const answer = await broken.request(world.server.url + path, { headers: { cookie: world.cookies.owner } })
      const body = await answer.text()
      expect(answer.status, path).toBe(500)
      expect(body, path).not.toMatch(TRACE)
      expect(body, path).not.toMatch(/ECONNREFUSED|postgres|127\.0\.0\.1:1\b/)
    }
    await gone.destroy()
  })
})

/** The one page that other sites may frame. */
const FRAME = /^\/s\/[\w-]+\/embed$/

/** What a page lacks to be safe to open; and what a program lacks. */
function findUnguarded({ what, url, headers, body }: Outcome): string[] {
  const problems: string[] = []
  const lacks = (name: string, pattern: RegExp) => pattern.test(headers.get(name) ?? '') || problems.push(`${what}: ${name} is ${headers.get(name)}`)
  lacks('x-content-type-options', /^nosniff$/)
  lacks('cache-control', /./)
  if (!headers.get('content-type')?.startsWith('text/html')) return problems
  const policy = headers.get('content-security-policy') ?? ''
  if (FRAME.test(url)) {
    lacks('content-security-policy', /^default-src 'none'; .*form-action 'none'; frame-ancestors \*$/)
    return /<script|\son[a-z]+=/i.test(body) ? [...problems, `${what}: a frame with a script`] : problems
  }
  const nonce = /script-src 'self' 'nonce-([\w+/=]{16,})';/.exec(policy)?.[1]
  if (!nonce) problems.push(`${what}: scripts by nonce only: ${policy}`)
  for (const [script] of body.matchAll(/<script\b[^>]*>/g))
    if (!script.includes(`nonce="${nonce}"`) && !/type="application\/ld\+json"/.test(script)) problems.push(`${what}: ${script}`)
  if (/<[a-z][^>]*\son[a-z]+=/i.test(body)) problems.push(`${what}: an inline handler`)
  lacks('content-security-policy', /frame-ancestors 'none'/)
  lacks('content-security-policy', /object-src 'none'; base-uri 'self'; form-action 'self'/)
  lacks('referrer-policy', /^(?:same-origin|no-referrer)$/)
  lacks('cache-control', /no-store/)
  return problems
}
