// A pupil gets ready for a badge on a phone, with scripts and without; a teacher writes an exercise and sees it work.
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../src/features/accounts/index.ts'
import { addResource, createAchievement, demoDesigns, publishVersion } from '../../src/features/achievements/index.ts'
import { ExerciseSource } from '../../src/features/achievements/resources/exercise.schema.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeSchool, type Somebody } from '../support/make-school.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let browser: Browser
let school: Awaited<ReturnType<typeof makeSchool>>
let badge: string
let speed: string
let steps: string

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  school = await makeSchool(server.ctx, 'Lycée Maurice Genevoix')
  const { ctx } = school.designer
  const { organizationId } = school
  const content = { name: { fr: 'Conversions' }, description: { fr: 'Sait convertir.' }, criteria: { fr: 'Trois fois.' }, imageAlt: { fr: 'Deux flèches' } }
  const { achievementId } = await createAchievement(ctx, { organizationId, content, image: { design: demoDesigns.conversions } })
  await publishVersion(ctx, achievementId)
  badge = `/achievements/${achievementId}`
  const shared = { statement: 'Convertis {a} km/h en m/s.', variables: 'a : 36 ; 72', correction: '{a} ÷ 3,6 = {a / 3,6} m/s' }
  const exercise = { kind: 'number' as const, ...shared, answer: 'a / 3,6', unit: 'm/s', acceptsOtherUnits: false, traps: 'a * 3,6 | Tu as multiplié.' }
  const add = async (fr: string, source: Parameters<typeof ExerciseSource.parse>[0]) =>
    (await addResource(ctx, { organizationId, achievementId, content: { kind: 'exercise', title: { fr }, exercise: ExerciseSource.parse(source) } })).resourceId
  speed = `${badge}/resources/${await add('Vitesses', exercise)}`
  steps = `${badge}/resources/${await add('Étapes', { kind: 'order', statement: 'Range.', steps: 'Relation\nCalcul\nPhrase', correction: 'Voilà.' })}`
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

async function open(who: Somebody, options: Parameters<Browser['newContext']>[0]): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 }, ...options })
  const { token } = await openSession(server.ctx, { personId: who.personId, method: 'link', userAgent: 'test', address: '' })
  await context.addCookies([{ name: 'boat_session', value: token, url: server.url }])
  return { context, page: await context.newPage() }
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}

const answer = async (page: Page, text: string) => {
  await page.getByLabel('Ta réponse').fill(text)
  await page.getByRole('button', { name: 'Vérifier' }).click()
}

test.each([true, false])('a number with its unit is corrected, with scripts: %s', async (javaScriptEnabled) => {
  const { context, page } = await open(school.pupil, { javaScriptEnabled })
  await page.goto(server.url + badge)
  await page.getByRole('link', { name: 'Vitesses' }).click()
  await page.waitForURL(`**${speed}`)
  await page.goto(`${server.url}${speed}?variant=7`, { waitUntil: javaScriptEnabled ? 'networkidle' : 'load' })
  const a = Number(/Convertis (\d+)/.exec(await page.locator('main').innerText())![1])
  await answer(page, String(a / 3.6))
  await page.getByText('Le nombre est juste, il manque l’unité.').waitFor()
  await answer(page, `${String(a * 3.6).replace('.', ',')} m/s`)
  await page.getByText('Tu as multiplié.').waitFor()
  await answer(page, `${a / 3.6} m/s`)
  await page.getByText('C’est juste.').waitFor()
  await page.getByText(`${a} ÷ 3,6 = ${a / 3.6} m/s`).waitFor()
  if (javaScriptEnabled) await expectAccessible(page)
  const isMarked = async () => {
    await page.goto(server.url + badge)
    return (await page.getByText('Fait', { exact: true }).count()) > 0
  }
  await expect.poll(isMarked, { timeout: 15_000 }).toBe(true)
  await context.close()
})

test('steps are put in order by keyboard, and without network the correction still stands', async () => {
  const { context, page } = await open(school.pupil, {})
  await page.goto(`${server.url}${steps}?variant=3`, { waitUntil: 'networkidle' })
  await context.setOffline(true)
  for (const text of ['Relation', 'Calcul'])
    for (let up = page.getByRole('button', { name: `Monter : ${text}` }); await up.isEnabled(); ) {
      if (text === 'Calcul' && (await page.locator('ol > li').nth(1).innerText()).includes('Calcul')) break
      await up.focus()
      await page.keyboard.press('Enter')
    }
  await page.getByRole('button', { name: 'Vérifier' }).press('Enter')
  await page.getByText('C’est juste.').waitFor()
  await context.setOffline(false)
  await expectAccessible(page)
  await context.close()
})

test('without scripts each step is given its number', async () => {
  const { context, page } = await open(school.pupil, { javaScriptEnabled: false })
  await page.goto(`${server.url}${steps}?variant=3`)
  for (const [index, text] of ['Relation', 'Calcul', 'Phrase'].entries()) await page.getByLabel(`Place de : ${text}`).selectOption(String(index + 1))
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await page.getByText('C’est juste.').waitFor()
  await context.close()
})

test('a teacher writes an exercise, is told what it lacks at its field, and loses nothing typed', async () => {
  const { context, page } = await open(school.designer, { viewport: { width: 1280, height: 900 } })
  const manage = `/organizations/${school.slug}${badge}/resources`
  await page.goto(server.url + manage, { waitUntil: 'networkidle' })
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Ajouter un exercice' }).click()
  await page.getByLabel('Titre', { exact: true }).fill('Mon exercice')
  const formula = page.getByRole('textbox', { name: 'Réponse', exact: true })
  await formula.fill('b / 3,6')
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await page.locator('form').getByText('La variable « b » n’existe pas.').waitFor()
  expect(await page.getByLabel('Titre', { exact: true }).inputValue()).toBe('Mon exercice')
  await expectAccessible(page)
  await formula.fill('a / 3,6')
  await page.getByRole('complementary').getByText('Une voiture roule à').waitFor()
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await page.getByText('La ressource est ajoutée.').waitFor()
  await page.getByRole('link', { name: 'Mon exercice', exact: true }).waitFor()
  await context.close()
})
