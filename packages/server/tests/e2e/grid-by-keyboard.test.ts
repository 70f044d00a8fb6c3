// The grid of a class by keys alone, as somebody who sees nothing of it works: one tab stop, every change said, two teachers at once.
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSession } from '../../src/features/accounts/index.ts'
import { askReady } from '../../src/features/practice/attempts/ask-ready.ts'
import { judgeAttempt } from '../../src/features/practice/attempts/judge-attempt.ts'
import { readStandings } from '../../src/features/practice/attempts/read-standings.ts'
import { addRemark } from '../../src/features/practice/attempts/remarks.ts'
import { type Classroom, makeClassroom } from '../../src/features/practice/practice.fixture.ts'
import { launchBrowser } from '../support/browser.ts'
import type { Somebody } from '../support/make-school.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

const PUPILS = ['Adèle', 'Bilal', 'Chloé', 'Dario', 'Emma']
let server: TestServer
let browser: Browser
let room: Classroom
let context: BrowserContext
let page: Page
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})
beforeEach(async () => {
  room = await makeClassroom(server.ctx, { pupils: PUPILS })
  context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } })
  const { token } = await openSession(server.ctx, { personId: room.issuer.personId, method: 'demonstration', userAgent: 'test', address: '' })
  await context.addCookies([{ name: 'boat_session', value: token, url: server.url }])
  page = await context.newPage()
})

const address = () => `${server.url}/organizations/${room.slug}/programmes/${room.programmeId}/grid`
const open = async () => {
  await page.goto(address())
  await page.getByRole('grid').waitFor()
}
const pupil = (name: string): Somebody => room.pupils[PUPILS.indexOf(name)]!
const states = async (name: string) => (await readStandings(server.ctx, room.programmeId, { personId: pupil(name).personId })).people[0]!.cells.map(({ state }) => state)
const where = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.at)
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const until = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 20_000 })
const news = () => page.locator('p[aria-live="polite"]').innerText()

test('one tab stop, moved by keys, in a grid that says how many rows and columns it has and what each cell is about', async () => {
  await open()
  expect(await page.locator('[role="grid"] [tabindex="0"]').count()).toBe(1)
  await page.locator('[role="grid"] [tabindex="0"]').focus()
  await press('ArrowDown', 'ArrowRight')
  await until(where).toBe('1:3')
  await press('Home')
  await until(where).toBe('1:0')
  await press('Control+End')
  await until(where).toBe('4:4')
  await press('Control+Home', 'PageDown')
  await until(where).toBe('4:0')
  const grid = page.getByRole('grid', { name: '5 élèves, 3 badges' })
  expect(await grid.getAttribute('aria-rowcount')).toBe('6')
  expect(await grid.getAttribute('aria-colcount')).toBe('5')
  expect(await page.getByRole('row', { name: /Bilal/ }).getAttribute('aria-rowindex')).toBe('3')
  expect(await page.getByRole('rowheader').allInnerTexts()).toHaveLength(5)
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Élève', '1er trimestre', 'Conversions', 'Chiffres significatifs', 'Rédiger un calcul'])
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})

test('V validates, Z takes it back, R opens the remarks, Escape gives the focus back; each is said', async () => {
  await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId: room.badgeIds[0]!, text: 'Tu as oublié le carré de l’unité.' })
  await open()
  await page.locator('[data-at="1:2"]').focus()
  await press('v')
  await until(news).toBe('Bilal Essai, Conversions\u00a0: validé. Z pour annuler.')
  await press('z')
  await until(news).toMatch(/^Annulé/)
  await press('ArrowDown', 'r')
  await page.getByRole('dialog', { name: 'Chloé Essai' }).waitFor()
  await press('Escape')
  await until(where).toBe('2:2')
  await press('r', 'Space')
  expect(await page.getByLabel('Tu as oublié le carré').isChecked()).toBe(true)
  await press('Enter')
  await until(where).toBe('2:2')
  await press('ArrowRight', 'Enter', 'Enter')
  await until(() => states('Chloé')).toEqual(['to-rework', 'passed', 'none'])
  expect(await states('Bilal')).toEqual(['none', 'none', 'none'])
})

test('who was ready leaves the filtered rows when answered, and the focus goes on to the next', async () => {
  for (const name of ['Bilal', 'Dario']) await askReady(pupil(name).ctx, { programmeId: room.programmeId, achievementId: room.badgeIds[0]! })
  await open()
  await page.getByLabel('Montrer').selectOption('ready')
  await page.locator('[data-at="0:2"]').focus()
  await press('v')
  await until(() => page.getByRole('rowheader').count()).toBe(1)
  await until(where).toBe('0:2')
  expect(await page.getByRole('rowheader').innerText()).toContain('Dario')
})

test('what a colleague says appears and is said; over it nothing is written, and the page tells who was first', async () => {
  const { attemptId } = await askReady(pupil('Adèle').ctx, { programmeId: room.programmeId, achievementId: room.badgeIds[0]! })
  await open()
  const which = { programmeId: room.programmeId, achievementId: room.badgeIds[0]! }
  await judgeAttempt(room.colleague.ctx, { ...which, personId: pupil('Emma').personId, verdict: 'passed' })
  await until(news).toBe('Emma Essai, Conversions\u00a0: validé.')
  await page.locator('[data-at="0:2"]').focus()
  await press('v')
  await judgeAttempt(room.colleague.ctx, { ...which, personId: pupil('Adèle').personId, attemptId, verdict: 'to-rework' })
  await page.getByText('Nadia Essai a déjà répondu').waitFor({ timeout: 20_000 })
  expect(await states('Adèle')).toEqual(['to-rework', 'none', 'none'])
})

test('keys of one letter can be switched off, and stay off', async () => {
  await open()
  await page.locator('[data-at="0:2"]').focus()
  await press('?')
  await page.getByLabel('Raccourcis d’une lettre').uncheck()
  await press('Escape')
  await page.reload()
  await page.getByRole('grid').waitFor()
  await page.locator('[data-at="0:2"]').focus()
  await press('v', 'r')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.getByRole('gridcell').nth(1).getAttribute('data-state')).toBe('none')
})
