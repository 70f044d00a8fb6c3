// Every page, as every role, on a phone and on a desk, in both languages and both schemes: readable, announced, operable.
import AxeBuilder from '@axe-core/playwright'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../../src/ctx.ts'
import { seedDemonstration } from '../../src/features/demonstration/index.ts'
import { loadCommunes } from '../../src/features/organizations/index.ts'
import { giveAccessCards } from '../../src/features/passports/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  server = await startServer({ mode: 'demonstration' })
  await loadCommunes(server.ctx)
  await seedDemonstration(server.ctx)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const ROLES = [
  'admin@demo.boat.test',
  'principale@bedel.demo.boat.test',
  'enseignante@genevoix.demo.boat.test',
  'eleve@bedel.demo.boat.test',
  'eleve@genevoix.demo.boat.test',
  'chef@bedel.demo.boat.test',
  'rh@rectorat.demo.boat.test',
  'young-pupil',
  'parent@familles.demo.boat.test',
]
/** The headteacher and the teacher of the programme have a page of nearly every kind; the others are there for what only they see, which comes first. */
const maxPages = (role: string) => (/^(?:principale|enseignante)@/.test(role) ? 70 : 24)
/** A headteacher has many pages, and each is looked at twice. */
const LONG = 300_000

async function enter(context: BrowserContext, address: string) {
  const { openSession } = await import('../../src/features/accounts/index.ts')
  if (address === 'young-pupil') return enterByClick(context, address)
  const { person_id } = await server.ctx.db.selectFrom('person_email').select('person_id').where('address', '=', address).executeTakeFirstOrThrow()
  const { token } = await openSession(server.ctx, { personId: person_id, method: 'demonstration', userAgent: 'test', address: '' })
  await context.addCookies([{ name: 'boat_session', value: token, url: server.url }])
}

/** Who has no address, on a tablet of the school. */
async function enterByClick(context: BrowserContext, role: 'young-pupil') {
  const { enterDemonstration } = await import('../../src/features/accounts/sign-in/demonstration.ts')
  const { token } = await enterDemonstration(server.ctx, role, { userAgent: 'test', address: '' })
  await context.addCookies([{ name: 'boat_session', value: token, url: server.url }])
}

/** A card that nobody used yet, and one whose holder has chosen pictures. */
async function giveCards(): Promise<string[]> {
  const { rows } = await sql<{ person_id: string; organization_id: string }>`select person_id, organization_id from access_card where replaced_at is null
    order by first_used_at is null desc`.execute(server.ctx.db)
  const give = async ({ person_id, organization_id }: (typeof rows)[number]) =>
    (await giveAccessCards(asSystem(server.ctx), { organizationId: organization_id, personIds: [person_id] }))[0]!.code
  return [await give(rows[0]!), await give(rows.at(-1)!)]
}

/** After so many people a page of the same kind has nothing new to tell: time is for what only the next ones see. */
const ENOUGH = 3

type Look = (page: Page, path: string) => Promise<string[]>

/** Follows the links of our own pages, one of each kind of address, from the home page on, and gathers what is wrong with them. Two pages at a time: one loads while the other is looked at. */
async function crawl(context: BrowserContext, look: Look, max: number, looks: Map<string, number>): Promise<string[]> {
  const seen = new Set<string>()
  const problems: string[] = []
  const queue = ['/', '/sign-in', '/verify', '/claim', '/account', '/me/badges', '/me/family', '/family']
  const visit = async (page: Page, path: string) => {
    const response = await page.goto(server.url + path)
    if (!(response?.headers()['content-type'] ?? '').includes('text/html')) return
    if (response!.status() >= 400) problems.push(`${path}: a link leads to ${response!.status()}`)
    problems.push(...(await look(page, path)))
    const links = await page.$$eval('a[href^="/"]:not([download])', (anchors) => anchors.map((anchor) => anchor.getAttribute('href')!))
    queue.push(...links.map((link) => link.split('#')[0]!))
  }
  const walk = async () => {
    const page = await context.newPage()
    while (queue.length > 0 && seen.size < max) {
      const path = queue.shift()!
      const kind = kindOf(path)
      if (seen.has(kind) || (looks.get(kind) ?? 0) >= ENOUGH) continue
      seen.add(kind)
      looks.set(kind, (looks.get(kind) ?? 0) + 1)
      await visit(page, path)
    }
  }
  await Promise.all([walk(), walk()])
  return problems
}

const kindOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^(\/organizations\/)(?!new)[^/?]+/, '$1:slug')
    .replace(/=[^&]*/g, '')

const RAW_WORDS =
  /\b(?:accounts|organizations|issuers|achievements|credentials|passports|ceremonies|nominations|juries|guardians|departures|fairness|onboarding|practice|lesson|grid|mine|booklets|helping|imports|collection|folios|shares|pocket|cv|archive|circle|endorsements|resources|faces|verification|delivery|web):[\w.]+|\{\w+(?:, plural)?/g

const headings: Look = async (page, path) => ((await page.locator('h1').count()) === 1 ? [] : [`${path}: not one h1`])

const readable: Look = async (page, path) => {
  const problems = await headings(page, path)
  if (!/BOAT/.test(await page.title())) problems.push(`${path}: no title`)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (overflow > 0) problems.push(`${path}: scrolls sideways at ${page.viewportSize()?.width} px`)
  const raw = (await page.locator('main').innerText()).match(RAW_WORDS)
  if (raw) problems.push(`${path}: words missing: ${raw}`)
  return problems
}

const accessible: Look = async (page, path) => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.map(({ id, nodes }) => `${path}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

const onPhones = new Map<string, number>()
const withoutScripts = new Map<string, number>()

/** A page of one kind is looked at closely as the first who comes there: what a second sees is made of the same. */
const everything: Look = async (page, path) => [...(await readable(page, path)), ...(onPhones.get(kindOf(path)) === 1 ? await accessible(page, path) : [])]

describe.each(ROLES)('as %s', (role) => {
  test(
    'on a phone, in French, by day',
    async () => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR', colorScheme: 'light' })
      await enter(context, role)
      expect(await crawl(context, everything, maxPages(role), onPhones)).toEqual([])
      await context.close()
    },
    LONG,
  )

  test(
    'on a desk, in the dark, without JavaScript',
    async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR', colorScheme: 'dark', javaScriptEnabled: false })
      await enter(context, role)
      expect(await crawl(context, headings, maxPages(role) / 2, withoutScripts)).toEqual([])
      await context.close()
    },
    LONG,
  )
})

test('a visitor in English at night finds every public page readable', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', colorScheme: 'dark' })
  const page = await context.newPage()
  const problems: string[] = []
  for (const path of ['/', '/sign-in', '/verify', '/claim', '/leave', '/nowhere']) {
    await page.goto(server.url + path)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    problems.push(...(await readable(page, path)), ...(await accessible(page, path)))
  }
  expect(problems).toEqual([])
  await context.close()
})

test('a pupil with a card finds the pictures readable on a phone and on a tablet', async () => {
  const [fresh, used] = await giveCards()
  const problems: string[] = []
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 820, height: 1180 },
  ]) {
    const context = await browser.newContext({ viewport, locale: 'fr-FR' })
    const page = await context.newPage()
    for (const path of [`/cards/${fresh}`, `/cards/${fresh}?with=words`, `/cards/${used}`, '/cards/ABCDEFGH']) {
      await page.goto(server.url + path)
      problems.push(...(await readable(page, path)), ...(await accessible(page, path)))
    }
    await context.close()
  }
  expect(problems).toEqual([])
})
