// Somebody who is not signed in asks for everything there is, and learns the name of no child.
import type { ServerBuild } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../src/app.ts'
import { seedDemonstration } from '../../src/features/demonstration/index.ts'
import { loadCommunes } from '../../src/features/organizations/index.ts'
import { createClaim } from '../../src/features/passports/index.ts'
import { fillIn, findLeaks, type Ids, linksIn, listIds, listNeedles, listPatterns, type Needle, textOf } from '../support/public-crawl.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let app: App
let build: ServerBuild
let needles: Needle[]
let ids: Ids
let shared: string[]
let codes: string[]

beforeAll(async () => {
  server = await startServer()
  const { ctx } = server
  await loadCommunes(ctx)
  await seedDemonstration(ctx)
  needles = await listNeedles(ctx)
  shared = await shareEveryAdultsBadge()
  codes = await printCards()
  ids = await listIds(ctx)
  build = (await import(/* @vite-ignore */ new URL('../../build/server/index.js', import.meta.url).href)) as ServerBuild
  app = await createApp(ctx, build)
})
afterAll(async () => server?.[Symbol.asyncDispose]())

/** As much as ever can be public: whatever is held by a grown-up. */
async function shareEveryAdultsBadge(): Promise<string[]> {
  const rows = await server.ctx.db
    .updateTable('credential')
    .set({ shared_at: server.ctx.now() })
    .where('person_id', 'in', (query) => query.selectFrom('person_email').select('person_id'))
    .where('person_id', 'not in', (query) => query.selectFrom('membership').select('person_id').where('is_pupil', '=', true))
    .where('response', '<>', 'declined')
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Cards of pupils that somebody found in the street. */
async function printCards(): Promise<string[]> {
  const held = await server.ctx.db
    .selectFrom('credential')
    .innerJoin('membership', 'membership.person_id', 'credential.person_id')
    .select('credential.id')
    .where('is_pupil', '=', true)
    .where('revoked_at', 'is', null)
    .limit(12)
    .execute()
  return Promise.all(held.map(async ({ id }) => (await createClaim(server.ctx, { credentialId: id, channel: 'card' })).code))
}

/** Thousands of questions. */
const MINUTES = 5 * 60_000

type Asked = { path: string; status: number; text: string }

async function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<Asked> {
  const response = await app.request(server.url + path, { headers, ...(body !== undefined && { method: 'POST', body }) })
  const text = `${response.headers.get('location') ?? ''}\n${textOf(new Uint8Array(await response.arrayBuffer()))}`
  return { path, status: response.status, text }
}

/** What these answers gave away, and which were none. */
async function askAll(questions: readonly { path: string; accept: string }[]) {
  const leaks: string[] = []
  const broken: string[] = []
  const queue = questions.values()
  const known = new Set<string>()
  const walk = async () => {
    for (const { path, accept } of queue) {
      const asked = await ask(path, { accept })
      if (asked.status >= 500) broken.push(`${path} → ${asked.status}`)
      // Thousands of answers are the same page that says no.
      const plain = asked.text.replace(/nonce="[^"]+"/g, '').replaceAll(path, '')
      if (known.has(plain)) continue
      if (known.size < 500) known.add(plain)
      for (const leak of findLeaks(asked.text, needles)) leaks.push(`${path} (${accept}): ${leak}`)
    }
  }
  await Promise.all(Array.from({ length: 6 }, walk))
  return { leaks, broken }
}

const asPage = (path: string) => ({ path, accept: 'text/html' })
const asDocument = (path: string) => ({ path, accept: '*/*' })

test('there is much to look for, and the search finds it where it is', async () => {
  expect(needles.length).toBeGreaterThan(150)
  expect([shared.length > 3, codes.length]).toEqual([true, 12])
  const { openSession } = await import('../../src/features/accounts/index.ts')
  const { person_id } = await server.ctx.db.selectFrom('person_email').select('person_id').where('address', 'like', 'principale@%').executeTakeFirstOrThrow()
  const { token } = await openSession(server.ctx, { personId: person_id, method: 'link', userAgent: 'test', address: '' })
  const { text } = await ask('/organizations/college-maurice-bedel/people?kind=pupils', { accept: 'text/html', cookie: `boat_session=${token}` })
  expect(findLeaks(text, needles).length).toBeGreaterThan(10)
})

test(
  'no route names a child, whatever id stands in whatever place',
  async () => {
    const guesses = { slug: 'college-maurice-bedel', number: '1', sheet: 'labels' }
    const questions = listPatterns(app, build).flatMap(({ path, accept, isOpen }) =>
      [...fillIn(path, isOpen ? ids.all : ids.some, guesses)].map((address) => ({ path: address, accept })),
    )
    const { leaks, broken } = await askAll(questions)
    expect(questions.length).toBeGreaterThan(3_000)
    expect(broken).toEqual([])
    expect(leaks).toEqual([])
  },
  MINUTES,
)

test(
  'nor does any face of a badge, shared or not, nor what verifies it',
  async () => {
    const all = await server.ctx.db.selectFrom('credential').select('id').execute()
    const endings = ['', '.json', '.jwt', '.svg', '?format=ob2']
    const faces = all.flatMap(({ id }) => endings.map((ending) => asDocument(`/credentials/${id}${ending}`)))
    const pages = [...all.map(({ id }) => `/credentials/${id}`), ...all.map(({ id }) => `/credentials/${id}.data`)].map(asPage)
    const pictures = shared.slice(0, 5).map((id) => asDocument(`/credentials/${id}.png`))
    const { leaks, broken } = await askAll([...faces, ...pages, ...pictures])
    expect([leaks, broken]).toEqual([[], []])
    for (const id of shared) {
      const url = `${server.url}/credentials/${id}`
      const report = await ask('/api/v1/verifications', { 'content-type': 'application/json' }, JSON.stringify({ text: url }))
      const page = await ask(`/verify?url=${encodeURIComponent(url)}`, { accept: 'text/html' })
      expect([report, page].flatMap(({ text }) => findLeaks(text, needles))).toEqual([])
    }
  },
  MINUTES,
)

test(
  'nor does the page behind a card that was found',
  async () => {
    const { leaks, broken } = await askAll(codes.flatMap((code) => [`/claim/${code}`, `/claim/${code}.data`, `/claim/${code.toLowerCase()}`]).map(asPage))
    expect([leaks, broken]).toEqual([[], []])
  },
  MINUTES,
)

test(
  'nor anything that links lead to, from the first page on, nor what is said of pages that are not there',
  async () => {
    const seen = new Set<string>()
    const queue = [
      '/',
      '/robots.txt',
      '/sitemap.xml',
      '/favicon.ico',
      '/.well-known/did.json',
      '/nowhere',
      '/organizations/nowhere',
      '/api/v1/nowhere',
      '/api/v1/openapi.json',
      '/verify',
      '/claim',
    ]
    queue.push(...shared.map((id) => `/credentials/${id}`))
    const leaks: string[] = []
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (seen.has(path) || seen.size > 3_000) continue
      seen.add(path)
      const asked = await ask(path, { accept: 'text/html' })
      for (const leak of findLeaks(asked.text, needles)) leaks.push(`${path}: ${leak}`)
      queue.push(...linksIn(asked.text, server.url))
    }
    expect(seen.size).toBeGreaterThan(40)
    expect(leaks).toEqual([])
  },
  MINUTES,
)
