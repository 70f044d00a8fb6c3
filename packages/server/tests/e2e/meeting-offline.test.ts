// The meeting of a jury in a browser whose line drops: nothing that was typed or decided is lost, nothing of another's is overwritten.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSession } from '../../src/features/accounts/index.ts'
import { type JurySchool, laySomeTable, makeJurySchool, meet, type Table } from '../../src/features/juries/juries.fixture.ts'
import { decideDossier } from '../../src/features/juries/meeting/decide-dossier.ts'
import { markPresence } from '../../src/features/juries/meeting/run-meeting.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let browser: Browser
let school: JurySchool
let table: Table
let context: BrowserContext
let page: Page
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  school = await makeJurySchool(server.ctx)
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await server.ctx.db.deleteFrom('rate_limit').execute()
  table = await laySomeTable(server.ctx, school)
  await meet(school, table.juryId)
  for (const memberId of [table.members.admin, table.members.member]) await markPresence(school.admin.ctx, { juryId: table.juryId, memberId, isPresent: true })
  context = await browser.newContext({ locale: 'fr-FR' })
  const { token } = await openSession(server.ctx, { personId: school.admin.personId, method: 'demonstration', userAgent: 'test', address: '' })
  await context.addCookies([{ name: 'boat_session', value: token, url: server.url }])
  page = await context.newPage()
})

const open = async (nominationId: string) => {
  const { dossierId } = await table.dossierOf(nominationId)
  await page.goto(`${server.url}/organizations/${school.slug}/juries/${table.juryId}/session?dossier=${dossierId}`)
  // Scripts are there once a key is answered.
  const isAnswered = async () => {
    await page.keyboard.press('?')
    return page.getByRole('dialog').isVisible()
  }
  await until(isAnswered)
  await page.keyboard.press('Escape')
}
const decisionOf = async (nominationId: string) => (await table.dossierOf(nominationId)).decision
const until = async (what: () => Promise<unknown>) => expect.poll(what, { timeout: 20_000 }).toBeTruthy()

test('decisions made without a line wait in the browser, survive, and are sent once it is back', async () => {
  await open(table.nominations.pupil)
  await context.setOffline(true)
  await page.getByLabel('Retenu', { exact: true }).check()
  await page.getByRole('button', { name: 'Décider' }).click()
  await page.getByText('Hors ligne : 1 action attend').waitFor()
  // From dossier to dossier, by keyboard, still without a line.
  await page.locator('#dossier').focus()
  const first = await page.getByRole('article').getByRole('heading', { level: 2 }).innerText()
  await page.keyboard.press('j')
  expect(await page.getByRole('article').getByRole('heading', { level: 2 }).innerText()).not.toBe(first)
  await page.keyboard.press('1')
  await page.getByText('Hors ligne : 2 actions attendent').waitFor()
  expect(await decisionOf(table.nominations.pupil)).toBeUndefined()
  await context.setOffline(false)
  await until(() => decisionOf(table.nominations.pupil))
  await page.getByText('Hors ligne').waitFor({ state: 'detached' })
  expect(await server.ctx.db.selectFrom('jury_vote').select('vote').where('member_id', '=', table.members.admin).execute()).toEqual([{ vote: 'yes' }])
  const acts = await server.ctx.db.selectFrom('audit_entry').select('act').where('act', '=', 'jury.decided').execute()
  expect(acts).toHaveLength(1)
  await context.close()
})

test('what another decided meanwhile stays, and is said with the words that were typed', async () => {
  await open(table.nominations.pupil)
  await context.setOffline(true)
  await page.getByLabel('Non retenu').check()
  await page.getByLabel('Raison').fill('Encore trop tôt, à mon avis.')
  await page.getByRole('button', { name: 'Décider' }).click()
  await page.getByText('Hors ligne : 1 action attend').waitFor()
  await decideDossier(school.issuer.ctx, table.juryId, { dossierId: table.dossiers.pupil, decision: 'granted', reason: 'Tous d’accord.', revision: 0 })
  await context.setOffline(false)
  const problem = page.getByRole('alert')
  await problem.waitFor()
  expect(await problem.innerText()).toMatch(/Quelqu’un d’autre a décidé[\s\S]*Encore trop tôt/)
  expect(await decisionOf(table.nominations.pupil)).toMatchObject({ decision: 'granted', reason: 'Tous d’accord.' })
  await problem.getByRole('button', { name: 'J’ai compris' }).click()
  await problem.waitFor({ state: 'detached' })
  await context.close()
})

test('a reason being typed is there again after the page was closed', async () => {
  await open(table.nominations.pupil)
  await page.getByLabel('Raison').fill('Elle a mené le projet jusqu’au bout.')
  await page.close()
  page = await context.newPage()
  await open(table.nominations.pupil)
  await expect.poll(() => page.getByLabel('Raison').inputValue()).toBe('Elle a mené le projet jusqu’au bout.')
  await context.close()
})

test('without JavaScript it is decided by plain forms, and a refusal loses nothing typed', async () => {
  const cookies = await context.cookies()
  await context.close()
  context = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false })
  await context.addCookies(cookies)
  page = await context.newPage()
  await page.goto(`${server.url}/organizations/${school.slug}/juries/${table.juryId}/session?dossier=${table.dossiers.pupil}`)
  await page.getByLabel('À compléter').check()
  await page.getByLabel('Raison').fill('x')
  await page.getByRole('button', { name: 'Décider' }).click()
  await page.getByText('Une raison est nécessaire').waitFor()
  expect(await page.getByLabel('Raison').inputValue()).toBe('x')
  await page.getByLabel('Raison').fill('Il manque un exemple.')
  await page.getByRole('button', { name: 'Décider' }).click()
  await until(() => decisionOf(table.nominations.pupil))
  await context.close()
})
