// A pupil of ten without an address, on a phone without scripts: a card on paper, pictures, the day after, pictures forgotten, a new card.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../src/features/accounts/index.ts'
import { readPdf } from '../../src/features/ceremonies/sheets/read-pdf.fixture.ts'
import { seedDemonstration } from '../../src/features/demonstration/index.ts'
import { loadCommunes } from '../../src/features/organizations/index.ts'
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

const tablet = () => browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR', javaScriptEnabled: false })

async function enterAsTeacher(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR', acceptDownloads: true })
  const { person_id } = await server.ctx.db.selectFrom('person_email').select('person_id').where('address', '=', 'cm2@rabelais.demo.boat.test').executeTakeFirstOrThrow()
  const { token } = await openSession(server.ctx, { personId: person_id, method: 'demonstration', userAgent: 'test', address: '' })
  await context.addCookies([{ name: 'boat_session', value: token, url: server.url }])
  return { context, page: await context.newPage() }
}

/** Presses, and reads the addresses of the printed cards as a phone would. */
async function print(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return (await readPdf(Buffer.concat(chunks), { withPhone: true })).pages[0]!
}

async function touch(page: Page, ...names: string[]) {
  for (const name of names) {
    await page.getByRole('button', { name, exact: true }).click()
    await page.waitForLoadState()
  }
}

test('from the printer of the class to the badges, and again after the pictures were forgotten', async () => {
  const { page: teacher } = await enterAsTeacher()
  await teacher.goto(`${server.url}/organizations/ecole-francois-rabelais/cohorts`)
  await teacher.locator('main a', { hasText: 'CM2' }).first().click()
  await teacher.getByRole('link', { name: 'Cartes d’accès de la classe' }).click()
  const text = await teacher
    .getByText(/\d+ élèves? sans carte/)
    .first()
    .innerText()
  const without = Number(/(\d+) élèves? sans carte/.exec(text)![1])
  expect(without).toBeGreaterThan(0)
  const classPrint = await print(teacher, () => teacher.getByRole('button', { name: 'Imprimer les cartes' }).click())
  expect(classPrint.codes).toHaveLength(without)
  const [first] = classPrint.codes as [string]

  // The pupil scans, chooses four pictures, looks at them once more, and is in.
  const context = await tablet()
  const page = await context.newPage()
  await page.goto(first)
  const hello = await page.locator('h1').textContent()
  await touch(page, 'chat', 'fusée', 'pizza')
  await page.getByRole('button', { name: 'Effacer' }).click()
  await touch(page, 'gâteau', 'chat')
  await page.getByRole('heading', { name: 'Voici ton secret' }).waitFor()
  expect(await page.locator('main ol').innerText()).toMatch(/chat[\s\S]*fusée[\s\S]*gâteau[\s\S]*chat/)
  await page.getByRole('button', { name: 'C’est le mien' }).click()
  await page.waitForURL(`${server.url}/`)
  const givenName = /Bonjour (.*?)\s*!/.exec(hello!)![1]!
  expect(await page.locator('h1').textContent()).toContain(givenName)
  expect((await context.cookies()).find(({ name }) => name === 'boat_session')!.expires, 'over with the browser').toBe(-1)
  await page.getByRole('button', { name: 'J’ai fini' }).click()
  await page.getByText('À bientôt').waitFor()

  // The day after, the code is typed, in lower case and with a space.
  const code = first.split('/').at(-1)!
  const enterCode = async () => {
    await page.goto(`${server.url}/sign-in`)
    await page.getByRole('link', { name: 'Taper le code de ma carte' }).click()
    await page.getByLabel('Le code de la carte').fill(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)
    await page.getByRole('button', { name: 'Continuer' }).click()
  }
  await enterCode()
  await touch(page, 'chat', 'fusée', 'gâteau', 'chien')
  await page.getByText('Ce n’est pas cela').waitFor()
  await touch(page, 'chat', 'fusée', 'gâteau', 'chat')
  await page.waitForURL(`${server.url}/`)

  // Forgotten: the teacher gives a new card. The tablet is signed out, the old card says nothing of anybody, the new one begins again.
  await teacher.reload()
  const line = teacher.locator('main li', { hasText: givenName }).filter({ hasText: 'Carte utilisée' }).last()
  await line.locator('summary').click()
  const renewed = await print(teacher, () => line.getByRole('button', { name: 'Imprimer la nouvelle carte' }).click())
  expect(renewed.codes).toHaveLength(1)
  expect(renewed.text).toContain(givenName)
  await page.goto(`${server.url}/me/badges`)
  expect(page.url()).toContain('/sign-in')
  const old = await page.goto(first)
  expect(old!.status()).toBe(410)
  expect(await page.content()).not.toContain(givenName)
  await page.goto(renewed.codes[0]!)
  await page.getByRole('link', { name: 'Je préfère des mots' }).click()
  await page.getByLabel('Mot de passe', { exact: false }).fill((await page.locator('main code').textContent())!)
  await page.getByRole('button', { name: 'C’est mon secret' }).click()
  await page.waitForURL(`${server.url}/`)
  expect(await page.locator('h1').textContent()).toContain(givenName)
}, 120_000)
