// Asks a listening platform as each of its people, by what the table of accesses says, and reads the answers.
import type { ServerBuild } from 'react-router'
import { ACCESS, ACTORS, type ActorName, API, PAGES, type Rule, type Sending } from './access-table.ts'
import type { World } from './access-world.ts'

export type Page = { path: string; id: string; isRead: boolean; isSent: boolean }

/** The pages as React Router knows them: a new one is here by itself. */
export function listPages(build: ServerBuild): Page[] {
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  const pathOf = (id: string | undefined): string => (id === undefined ? '' : `${pathOf(build.routes[id]!.parentId)}${build.routes[id]!.path ? `/${build.routes[id]!.path}` : ''}`)
  return routes
    .filter(({ path, index }) => path || index)
    .map(({ id, module }) => ({ id, path: pathOf(id) || '/', isRead: Boolean(module.loader || module.default), isSent: module.action !== undefined }))
}

export type Attempt = { what: string; actor: ActorName; mayDo: boolean; isToldInPage?: boolean | undefined; url: string; init: RequestInit }
export type Outcome = Attempt & { status: number; verdict: 'done' | 'refused' | 'broken'; body: string; headers: Headers; location: string }

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

const THOROUGH: readonly ActorName[] = ['anonymous', 'pupil', 'issuer', 'neighbour']

/** A rule at its address; `routeId` is the page's. */
export type PlacedRule = { path: string; rule: Rule; routeId?: string | undefined }

export function listRules(build: ServerBuild): PlacedRule[] {
  const ids = new Map(listPages(build).map(({ path, id }) => [path, id]))
  const place = (table: typeof PAGES, of: (path: string) => string | undefined) =>
    Object.entries(table).flatMap(([path, rules]) => [rules].flat().map((rule) => ({ path, rule, routeId: of(path) })))
  return [...place(PAGES, (path) => ids.get(path)), ...place(API, () => undefined)]
}

export const everyAttempt = (world: World, rules: readonly PlacedRule[]): Attempt[] => ACTORS.flatMap((actor) => rules.flatMap((rule) => attemptsOf(world, rule, actor)))

/** One rule for one actor: the loader of its page alone, then its forms; for some also the page as a document and as data, and the forms both ways. */
export function attemptsOf(world: World, { path, rule, routeId }: PlacedRule, actor: ActorName, things = world.things): Attempt[] {
  const isPage = routeId !== undefined
  const address = addressOf(path, rule, things)
  const search = fill(rule.search ?? '', things)
  const accept = rule.accept ?? (isPage ? 'text/html' : '*/*')
  const isThorough = THOROUGH.includes(actor)
  const attempts: Attempt[] = []
  const add = (who: readonly ActorName[], url: string, init: RequestInit, more: Partial<Attempt> = {}) => {
    const headers = { accept, origin: world.server.url, cookie: world.cookies[actor], ...(init.headers as Record<string, string>) }
    attempts.push({ what: `${actor}: ${init.method ?? 'GET'} ${url}`, actor, mayDo: who.includes(actor), url, init: { ...init, headers, redirect: 'manual' }, ...more })
  }
  if (rule.open !== 'no page') {
    const who = ACCESS[rule.open]
    // What a page says as a document, and as data of the whole, it says by the same loader that is asked alone: all three as those who try hardest.
    if (!routeId || isThorough) add(who, address + search, {})
    if (isPage) {
      if (isThorough) add(who, withData(address) + search, {})
      if (routeId) add(who, `${withData(address)}${search ? `${search}&` : '?'}_routes=${encodeURIComponent(routeId)}`, {})
    }
  }
  for (const sending of rule.send ?? []) {
    const who: readonly ActorName[] = ACCESS[sending.access]
    if (sending.isLast && who.includes(actor)) continue
    // The same action answers both ways; a refusal as a document is drawn as a page, which takes five times as long.
    for (const url of !isPage ? [address] : isThorough ? [address, withData(address)] : [withData(address)])
      add(who, url, { method: 'POST', ...bodyOf(sending, things) }, { isToldInPage: sending.isToldInPage, what: `${actor}: POST ${url} ${sending.fields.intent ?? ''}` })
  }
  return attempts
}

const SIGN_IN = /^\/sign-in\?next=/
/** How React Router's data tells a browser to go there. */
const SIGN_IN_DATA = /"redirect","\/sign-in\?next=/

export async function attempt(world: World, one: Attempt): Promise<Outcome> {
  const ask = () => fetch(world.server.url + one.url, one.init)
  // On a busy machine a connection that is kept open may be closed while the next question is on its way: asking to read twice is asking once.
  const response = await (one.init.method ? ask() : ask().catch(ask))
  const body = await response.text()
  const location = response.headers.get('location') ?? ''
  const isRefused = [401, 403, 404].includes(response.status) || SIGN_IN.test(location) || (response.status === 202 && SIGN_IN_DATA.test(body))
  return { ...one, status: response.status, headers: response.headers, location, body, verdict: response.status >= 500 ? 'broken' : isRefused ? 'refused' : 'done' }
}

/** Several at once, but what is sent to one address in turn: nobody is told no for having been second. */
export async function attemptAll(world: World, attempts: readonly Attempt[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const queue = [...Map.groupBy(attempts, ({ init, url }) => (init.method ? url.replace('.data', '') : Symbol(url))).values()]
  const walk = async () => {
    for (let group = queue.shift(); group; group = queue.shift()) for (const one of group) outcomes.push(await attempt(world, one))
  }
  await Promise.all(Array.from({ length: 8 }, walk))
  return outcomes
}

/** Names and addresses of the structure's people that somebody else was told. */
export function leaksIn(world: World, { body, actor }: Pick<Outcome, 'body' | 'actor'>): string[] {
  const text = body.normalize('NFC')
  const own = world.secrets.filter(({ personId }) => personId === world.personIds[actor]).map((secret) => secret.text)
  return world.secrets
    .filter((secret) => !own.includes(secret.text) && new RegExp(`(?<![\\p{L}-])${secret.text.replaceAll('.', '\\.')}(?![\\p{L}-])`, 'u').test(text))
    .map((secret) => secret.text)
}
