// Who may open and send what, through HTTP: every page, every address of the API, every role, the structure's own and a neighbour's.
import type { ServerBuild } from 'react-router'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiRoutes } from '../../src/app.ts'
import { ACCESS, ACTORS, type ActorName, API, PAGES, type Rule, type Sending, SMUGGLED } from '../support/access-table.ts'
import { makeWorld, type World } from '../support/access-world.ts'

let world: World
let build: ServerBuild
beforeAll(async () => {
  world = await makeWorld()
  build = (await import(/* @vite-ignore */ new URL('../../build/server/index.js', import.meta.url).href)) as ServerBuild
})
afterAll(async () => world?.server[Symbol.asyncDispose]())

type Page = { path: string; id: string; isRead: boolean; isSent: boolean }

/** The pages as React Router knows them: a new one is here by itself. */
function listPages(): Page[] {
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  const pathOf = (id: string | undefined): string => (id === undefined ? '' : `${pathOf(build.routes[id]!.parentId)}${build.routes[id]!.path ? `/${build.routes[id]!.path}` : ''}`)
  return routes
    .filter(({ path, index }) => path || index)
    .map(({ id, module }) => ({ id, path: pathOf(id) || '/', isRead: Boolean(module.loader || module.default), isSent: module.action !== undefined }))
}

const apiPaths = () =>
  createApiRoutes()
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, path }))

const rulesOf = (table: Record<string, Rule | Rule[]>) => Object.entries(table).flatMap(([path, rules]) => [rules].flat().map((rule) => ({ path, rule })))

describe('the table', () => {
  test('names every page, and says of each that takes a form who may send it', () => {
    expect(Object.keys(PAGES).sort()).toEqual(
      listPages()
        .map(({ path }) => path)
        .sort(),
    )
    const sent = Object.keys(PAGES).filter((path) => [PAGES[path]!].flat().some(({ send }) => send))
    expect(sent.sort()).toEqual(
      listPages()
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

type Attempt = { what: string; actor: ActorName; mayDo: boolean; isToldInPage?: boolean | undefined; url: string; init: RequestInit }
type Outcome = Attempt & { status: number; verdict: 'done' | 'refused' | 'broken'; body: string; location: string }

const fill = (text: string, things: Record<string, string>) =>
  text.replace(/\$(\w+?)(?=\b)/g, (_, name: string) => {
    if (things[name] === undefined) throw new Error(`no “${name}” in this world`)
    return things[name]
  })

function addressOf(path: string, rule: Rule, things: Record<string, string>): string {
  const filled = path.replace(/:(\w+)|\*/g, (all, name: string | undefined) => rule.with?.[name ?? '*'] ?? (name ? `$${name}` : all))
  return fill(filled, things)
}

function bodyOf({ fields, isJson }: Pick<Sending, 'fields' | 'isJson'>, things: Record<string, string>): Pick<RequestInit, 'body' | 'headers'> {
  const entries = Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, fill(value, things)] as const))
  if (!isJson) return { body: new URLSearchParams(entries.map(([name, value]) => [name, value])) }
  const json = Object.fromEntries(entries.map(([name, value]) => [name, value.startsWith('[') ? JSON.parse(value) : value]))
  return { body: JSON.stringify(json), headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } }
}

const withData = (address: string) => (address === '/' ? '/_.data' : `${address}.data`)

/** One rule for one actor: its page, as a document and as data, alone and whole; then its forms, both ways. */
function attemptsOf({ path, rule }: { path: string; rule: Rule }, actor: ActorName, isPage: boolean, things = world.things): Attempt[] {
  const address = addressOf(path, rule, things)
  const search = fill(rule.search ?? '', things)
  const accept = rule.accept ?? (isPage ? 'text/html' : '*/*')
  const attempts: Attempt[] = []
  const add = (who: readonly ActorName[], url: string, init: RequestInit, more: Partial<Attempt> = {}) => {
    const headers = { accept, origin: world.server.url, cookie: world.cookies[actor], ...(init.headers as Record<string, string>) }
    attempts.push({ what: `${actor}: ${init.method ?? 'GET'} ${url}`, actor, mayDo: who.includes(actor), url, init: { ...init, headers, redirect: 'manual' }, ...more })
  }
  if (rule.open !== 'no page') {
    const who = ACCESS[rule.open]
    add(who, address + search, {})
    if (isPage) {
      const { id } = listPages().find((page) => page.path === path)!
      add(who, withData(address) + search, {})
      add(who, `${withData(address)}${search ? `${search}&` : '?'}_routes=${encodeURIComponent(id)}`, {})
    }
  }
  for (const sending of rule.send ?? []) {
    const who: readonly ActorName[] = ACCESS[sending.access]
    if (sending.isLast && who.includes(actor)) continue
    for (const url of isPage ? [address, withData(address)] : [address])
      add(who, url, { method: 'POST', ...bodyOf(sending, things) }, { isToldInPage: sending.isToldInPage, what: `${actor}: POST ${url} ${sending.fields.intent ?? ''}` })
  }
  return attempts
}

const SIGN_IN = /^\/sign-in\?next=/
/** How React Router's data tells a browser to go there. */
const SIGN_IN_DATA = /"redirect","\/sign-in\?next=/

async function attempt(one: Attempt): Promise<Outcome> {
  const response = await fetch(world.server.url + one.url, one.init)
  const body = await response.text()
  const location = response.headers.get('location') ?? ''
  const isRefused = [401, 403, 404].includes(response.status) || SIGN_IN.test(location) || (response.status === 202 && SIGN_IN_DATA.test(body))
  return { ...one, status: response.status, location, body, verdict: response.status >= 500 ? 'broken' : isRefused ? 'refused' : 'done' }
}

/** Several at once, but what is sent to one address in turn: nobody is told no for having been second. */
async function attemptAll(attempts: readonly Attempt[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const queue = [...Map.groupBy(attempts, ({ init, url }) => (init.method ? url.replace('.data', '') : Symbol(url))).values()]
  const walk = async () => {
    for (let group = queue.shift(); group; group = queue.shift()) for (const one of group) outcomes.push(await attempt(one))
  }
  await Promise.all(Array.from({ length: 8 }, walk))
  return outcomes
}

/** Names and addresses of the structure's people that somebody else was told. */
function leaksIn({ body, actor }: Pick<Outcome, 'body' | 'actor'>): string[] {
  const text = body.normalize('NFC')
  const own = world.secrets.filter(({ personId }) => personId === world.personIds[actor]).map((secret) => secret.text)
  return world.secrets
    .filter((secret) => !own.includes(secret.text) && new RegExp(`(?<![\\p{L}-])${secret.text.replaceAll('.', '\\.')}(?![\\p{L}-])`, 'u').test(text))
    .map((secret) => secret.text)
}

const everyRule = () => [...rulesOf(PAGES).map((rule) => ({ ...rule, isPage: true })), ...rulesOf(API).map((rule) => ({ ...rule, isPage: false }))]
const everyAttempt = () => ACTORS.flatMap((actor) => everyRule().flatMap(({ isPage, ...rule }) => attemptsOf(rule, actor, isPage)))
const tell = ({ what, status, location }: Outcome) => `${what} → ${status} ${location}`

describe('every page and address, as everybody', () => {
  test('who may not is refused, learns no name, and changes nothing', async () => {
    const before = await world.fingerprint()
    const outcomes = await attemptAll(everyAttempt().filter(({ mayDo }) => !mayDo))
    expect(outcomes.filter(({ verdict, isToldInPage }) => (isToldInPage ? verdict === 'broken' : verdict !== 'refused')).map(tell)).toEqual([])
    expect(outcomes.map((outcome) => ({ what: outcome.what, leaks: leaksIn(outcome) })).filter(({ leaks }) => leaks.length > 0)).toEqual([])
    expect(await world.fingerprint()).toEqual(before)
  })

  test('what is named from a neighbouring structure is not found, and changes nothing', async () => {
    const before = await world.fingerprint()
    const foreign = { ...world.things, ...world.neighbour }
    const rules = everyRule().filter(({ path, rule }) => /:slug.*:/.test(path) && rule.open !== 'no page')
    const attempts = rules.flatMap(({ isPage, ...rule }) => (['neighbour', 'network', 'owner'] as const).flatMap((actor) => attemptsOf(rule, actor, isPage, foreign)))
    const outcomes = await attemptAll(attempts)
    expect(outcomes.filter(({ verdict }) => verdict !== 'refused').map(tell)).toEqual([])
    expect(outcomes.flatMap((outcome) => leaksIn(outcome).map((leak) => `${outcome.what}: ${leak}`))).toEqual([])
    expect(await world.fingerprint()).toEqual(before)
  })

  test('things of another structure do not come in through one’s own forms', async () => {
    const before = await world.fingerprint()
    const things = { ...world.things, ...world.neighbour }
    const attempts = Object.entries(SMUGGLED).flatMap(([page, { search = '', fields }]) => {
      const rule: Rule = { open: 'nobody', search, ...(fields && { send: [{ access: 'nobody', fields }] }) }
      return attemptsOf({ path: `/organizations/:slug/${page.replaceAll('?', '')}`, rule }, 'neighbour', !page.includes('.'), things)
    })
    const outcomes = await attemptAll(attempts)
    expect(outcomes.filter(({ verdict }) => verdict === 'broken').map(tell)).toEqual([])
    expect(outcomes.flatMap((outcome) => leaksIn(outcome).map((leak) => `${outcome.what}: ${leak}`))).toEqual([])
    expect(await world.fingerprint()).toEqual(before)
  })

  test('who may is let in', async () => {
    const attempts = everyAttempt().filter(({ mayDo }) => mayDo)
    const outcomes = [...(await attemptAll(attempts.filter(({ init }) => !init.method))), ...(await attemptAll(attempts.filter(({ init }) => init.method)))]
    expect(outcomes.filter(({ verdict }) => verdict !== 'done').map(tell)).toEqual([])
    // The search for names finds them where they are.
    expect(leaksIn(outcomes.find(({ what }) => what.startsWith('issuer: GET /organizations/college-maurice-bedel/people'))!).length).toBeGreaterThan(10)
  })
})
