// A pupil on a phone: reads what is asked, practises, says « Je suis prêt·e », reads the advice, tries again, and it is passed. With scripts, without, and without a line.
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../src/features/accounts/index.ts'
import { addResource } from '../../src/features/achievements/index.ts'
import { judgeAttempt } from '../../src/features/practice/attempts/judge-attempt.ts'
import { addRemark } from '../../src/features/practice/attempts/remarks.ts'
import { offerHelp } from '../../src/features/practice/index.ts'
import { type Classroom, makeClassroom } from '../../src/features/practice/practice.fixture.ts'
import { launchBrowser } from '../support/browser.ts'
import type { Somebody } from '../support/make-school.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let browser: Browser
let room: Classroom
let remarkId: string
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  room = await makeClassroom(server.ctx)
  const place = { organizationId: room.organizationId, achievementId: room.badgeIds[0]! }
  const exercise = { kind: 'number' as const, statement: 'Convertis 36 km/h en m/s.', answer: '10', unit: 'm/s', correction: '36 ÷ 3,6 = 10 m/s' }
  const { resourceId } = await addResource(room.designer.ctx, { ...place, content: { kind: 'exercise', title: { fr: 'Vitesses' }, exercise } })
  ;({ remarkId } = await addRemark(room.issuer.ctx, { ...place, text: 'Pense à diviser par 3,6.', resourceId }))
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

async function open(who: Somebody, options: Parameters<Browser['newContext']>[0] = {}): Promise<{ context: BrowserContext; page: Page }> {
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

const which = (badge = 0) => ({ programmeId: room.programmeId, achievementId: room.badgeIds[badge]! })
const judge = (who: Somebody, verdict: 'passed' | 'to-rework', remarkIds: string[] = []) =>
  judgeAttempt(room.issuer.ctx, { ...which(), personId: who.personId, verdict, remarkIds })
const attempts = ({ personId }: Somebody) => server.ctx.db.selectFrom('attempt').selectAll().where('person_id', '=', personId).where('withdrawn_at', 'is', null).execute()
const until = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 20_000, interval: 100 }).toBeTruthy()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test.each([true, false])('from reading to the badge, with scripts: %s', { timeout: 90_000 }, async (javaScriptEnabled) => {
  const pupil = await room.enrol(javaScriptEnabled ? 'Ana' : 'Bob')
  const { context, page } = await open(pupil, { javaScriptEnabled })
  // One programme: straight to it.
  await page.goto(`${server.url}/me/practice`)
  await page.getByRole('heading', { name: /^Encore 2 badges avant le/ }).waitFor()
  await page.getByText('D’abord : Conversions').waitFor()
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByRole('link', { name: 'Conversions', exact: true }).click()
  await page.getByText('Le faire seul, en cinq minutes.').waitFor()
  const badgePage = page.url()
  expect(badgePage).toBe(`${server.url}/me/practice/${which().programmeId}/${which().achievementId}`)

  await page.getByRole('link', { name: 'Vitesses' }).click()
  await page.getByLabel('Ta réponse').fill('10 m/s')
  await button(page, 'Vérifier').click()
  await page.getByText('C’est juste.').waitFor()
  await page.getByRole('link', { name: '← Conversions' }).click()
  await page.waitForURL(badgePage)
  await page.getByText('je m’entraîne').waitFor()

  await page.getByText('pas encore', { exact: true }).click()
  await page.getByText('Un peu d’entraînement te rassurera').waitFor()
  await button(page, 'Je suis prêt·e').click()
  await page.getByText('J’attends mon professeur').waitFor()
  expect(await attempts(pupil)).toMatchObject([{ self_assessment: 'not-yet', verdict: null }])
  if (javaScriptEnabled) await expectAccessible(page)

  await judge(pupil, 'to-rework', [remarkId])
  if (javaScriptEnabled) await page.getByText('Ton professeur a répondu.').waitFor()
  else await page.reload()
  await page.getByText('Pense à diviser par 3,6.').waitFor()
  await page.getByRole('link', { name: 'Refaire l’exercice « Vitesses »' }).waitFor()
  if (javaScriptEnabled) await expectAccessible(page)

  await button(page, 'Je suis prêt·e').click()
  await page.getByText('J’attends mon professeur').waitFor()
  await judge(pupil, 'passed')
  if (!javaScriptEnabled) await page.reload()
  await page.getByRole('heading', { name: /^Bravo / }).waitFor()
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByRole('link', { name: 'Le voir dans mon passeport' }).click()
  await page.waitForURL(/\/me\/badges\//)
  await page.goto(`${server.url}/me/practice`)
  await page.getByRole('heading', { name: /^Encore 1 badge avant le/ }).waitFor()
  await context.close()
})

test('without a line « Je suis prêt·e » waits on the phone, even when the page is opened again, and arrives once', { timeout: 60_000 }, async () => {
  const pupil = await room.enrol('Cléo')
  const { context, page } = await open(pupil)
  const address = `/me/practice/${which(1).programmeId}/${which(1).achievementId}`
  await page.goto(server.url + address, { waitUntil: 'networkidle' })
  await until(() => page.evaluate(async (path) => Boolean(await caches.match(path)), address))
  await context.setOffline(true)
  await page.getByText('presque', { exact: true }).click()
  await button(page, 'Je suis prêt·e').click()
  await page.getByText('C’est noté').waitFor()
  await page.getByText('Hors ligne : 1 demande attend').waitFor()
  await page.reload()
  await page.getByText('C’est noté').waitFor()
  expect(await attempts(pupil)).toEqual([])
  await context.setOffline(false)
  await page.getByText('J’attends mon professeur').waitFor()
  expect(await attempts(pupil)).toMatchObject([{ self_assessment: 'almost' }])
  await context.close()
})

test('a classmate who holds the badge helps, both remember it, and the teacher sees it', { timeout: 60_000 }, async () => {
  const [lina, noe] = room.pupils as [Somebody, Somebody]
  await judge(noe, 'passed')
  await offerHelp(noe.ctx, which())
  const { context, page } = await open(lina, { javaScriptEnabled: false })
  await page.goto(`${server.url}/me/practice/${which().programmeId}/${which().achievementId}`)
  await page.getByRole('heading', { name: '1 camarade de la 2de 4 peut t’aider' }).waitFor()
  await button(page, 'Noé m’a aidé·e').click()
  await page.getByText('sa réponse est attendue').waitFor()
  await context.close()

  const other = await open(noe)
  await other.page.goto(`${server.url}/me/practice`)
  await other.page.getByRole('link', { name: 'Répondre' }).click()
  await expectAccessible(other.page)
  await other.page.getByRole('button', { name: 'Oui, c’est ça' }).click()
  await other.page.getByText('Merci, c’est confirmé.').waitFor()
  await other.context.close()

  const teacher = await open(room.issuer)
  await teacher.page.goto(`${server.url}/organizations/${room.slug}/programmes/${room.programmeId}/helping`)
  await teacher.page.getByText('Demandé·e 1 fois · 1 coup de main confirmé').waitFor()
  await expectAccessible(teacher.page)
  await teacher.context.close()
})
