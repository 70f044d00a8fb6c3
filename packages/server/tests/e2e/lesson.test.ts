// A lesson: thirty pupils, two teachers with a phone in one hand, and a line that drops in the middle. Nothing is lost, nothing is said twice.
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSession } from '../../src/features/accounts/index.ts'
import { createAchievement, demoDesigns, publishVersion } from '../../src/features/achievements/index.ts'
import { addRemark } from '../../src/features/practice/attempts/remarks.ts'
import { type Classroom, makeClassroom } from '../../src/features/practice/practice.fixture.ts'
import { createProgramme } from '../../src/features/practice/programmes/create-programme.ts'
import { launchBrowser } from '../support/browser.ts'
import type { Somebody } from '../support/make-school.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let browser: Browser
let room: Classroom
let lesson: string
const UNIT = 'Pense à écrire l’unité.'
const names = (count: number) => Array.from({ length: count }, (_, i) => `Élève${String(i + 1).padStart(2, '0')}`)
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})
beforeEach(() => server.ctx.db.deleteFrom('rate_limit').execute())

async function begin(count: number): Promise<void> {
  room = await makeClassroom(server.ctx, { pupils: names(count) })
  lesson = addressOf(room)
  for (const achievementId of room.badgeIds)
    for (const text of [UNIT, 'Relis la question.']) await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId, text })
}

const addressOf = ({ slug, programmeId }: Classroom) => `${server.url}/organizations/${slug}/programmes/${programmeId}/lesson`

/** The class goes on with another programme. */
async function follow(wanted: Parameters<typeof createProgramme>[1]): Promise<void> {
  const { programmeId } = await createProgramme(room.issuer.ctx, wanted)
  room = { ...room, programmeId, badgeIds: wanted.badges.map(({ achievementId }) => achievementId) }
  lesson = addressOf(room)
}

const openFor = async ({ personId }: Somebody) => (await openSession(server.ctx, { personId, method: 'link', userAgent: 'test', address: '' })).token

/** A pupil presses the button of the badge’s page. */
async function ready(pupil: Somebody): Promise<void> {
  const achievementId = room.badgeIds[0]!
  const address = `${server.url}/me/practice/${room.programmeId}/${achievementId}`
  const headers = { cookie: `boat_session=${await openFor(pupil)}`, origin: server.url }
  const answer = await fetch(address, { method: 'POST', headers, body: new URLSearchParams({ intent: 'ready', achievementId, selfAssessment: 'almost' }), redirect: 'manual' })
  expect(answer.status).toBe(302)
}

async function signIn(context: BrowserContext, who: Somebody): Promise<void> {
  await context.addCookies([{ name: 'boat_session', value: await openFor(who), url: server.url }])
}

async function enter(who: Somebody, options: Parameters<Browser['newContext']>[0] = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 }, ...options })
  await signIn(context, who)
  return { context, page: await context.newPage() }
}

/** A teacher whose touches are counted. */
async function teach(who: Somebody) {
  const { context, page } = await enter(who)
  await page.goto(lesson)
  // The page may be opened again without a line once the worker has it.
  await until(() => page.evaluate(async (path) => Boolean(await caches.match(path)), new URL(lesson).pathname))
  const touches: number[] = []
  const card = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })
  return {
    context,
    page,
    touches,
    card,
    pass: async (name: string) => {
      await card(`${name} Essai`).getByRole('button', { name: 'Validé' }).click()
      touches.push(1)
    },
    rework: async (name: string) => {
      await card(`${name} Essai`).getByText('À retravailler', { exact: true }).click()
      await card(`${name} Essai`).getByRole('button', { name: UNIT }).click()
      touches.push(2)
    },
  }
}

const until = async (what: () => Promise<unknown>) => expect.poll(what, { timeout: 20_000, interval: 100 }).toBeTruthy()
const judged = () => server.ctx.db.selectFrom('attempt').selectAll().where('programme_id', '=', room.programmeId).where('verdict', 'is not', null).execute()
const isJudged = (count: number) => until(async () => (await judged()).length === count)

test('thirty pupils, two teachers, no line for a while: each answer counts once, in one touch or two', async () => {
  await begin(30)
  await Promise.all(room.pupils.map((pupil) => ready(pupil)))
  const [one, two] = await Promise.all([teach(room.issuer), teach(room.colleague)])
  await one.page.getByRole('heading', { name: '30 demandes attendent' }).waitFor()
  const { violations } = await new AxeBuilder({ page: one.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
  const all = names(30)
  const said = new Map<string, string>()
  const work = async (teacher: typeof one, those: readonly string[]) => {
    for (const name of those) {
      const isPassed = Number(name.slice(-2)) % 3 !== 0
      await (isPassed ? teacher.pass(name) : teacher.rework(name))
      said.set(name, isPassed ? 'passed' : 'to-rework')
    }
  }
  await Promise.all([work(one, all.slice(0, 6)), work(two, all.slice(24))])
  await one.context.setOffline(true)
  await Promise.all([work(one, all.slice(6, 10)), work(two, all.slice(14, 24))])
  // Both answer the same pupil; the one without a line cannot know.
  await two.rework(all[10]!)
  said.set(all[10]!, 'to-rework')
  await until(async () => (await judged()).some(({ person_id }) => person_id === room.pupils[10]!.personId))
  await one.pass(all[10]!)
  await one.page.getByText(/Hors ligne\s: \d+ réponses attendent/).waitFor()
  await one.page.reload()
  await one.page.getByText(/Hors ligne\s: \d+ réponses attendent/).waitFor()
  // Neither what waits nor what was sent before stands there again.
  for (const name of [all[2], all[8]]) await expect.poll(() => one.card(`${name} Essai`).count()).toBe(0)
  await work(one, all.slice(11, 14))
  await one.context.setOffline(false)
  await isJudged(30)
  const conflict = one.page.getByRole('alert').filter({ hasText: 'Nadia Essai a déjà répondu entre-temps' })
  await conflict.waitFor()
  await conflict.getByRole('button', { name: 'J’ai compris' }).click()
  await one.page.getByText('Hors ligne').waitFor({ state: 'detached' })
  for (const { page } of [one, two]) await page.getByRole('heading', { name: 'Aujourd’hui : 30 réponses' }).waitFor()

  const rows = await judged()
  const nameOf = new Map(room.pupils.map(({ personId }, i) => [personId, all[i]!]))
  expect(rows).toHaveLength(30)
  expect(new Map(rows.map(({ person_id, verdict }) => [nameOf.get(person_id)!, verdict]))).toEqual(said)
  const credentials = await server.ctx.db.selectFrom('credential').select('person_id').where('organization_id', '=', room.organizationId).execute()
  expect(credentials.map(({ person_id }) => nameOf.get(person_id!)!).sort()).toEqual([...said].flatMap(([name, verdict]) => (verdict === 'passed' ? [name] : [])).sort())
  const remarks = await server.ctx.db
    .selectFrom('attempt_remark')
    .select('text')
    .where(
      'attempt_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  expect(remarks.map(({ text }) => text)).toEqual(Array.from({ length: 10 + 1 }, () => UNIT))
  expect(Math.max(...one.touches, ...two.touches)).toBe(2)
  await Promise.all([one.context.close(), two.context.close()])
})

test('what a thumb did by mistake is taken back before it is sent; who leaves the page has meant it', async () => {
  await begin(2)
  for (const pupil of room.pupils) await ready(pupil)
  const { page, pass, card, context } = await teach(room.issuer)
  await pass('Élève01')
  await page.getByRole('button', { name: 'Annuler', exact: true }).first().click()
  await card('Élève01 Essai').waitFor()
  await pass('Élève02')
  await page.goto(`${server.url}/account`)
  await isJudged(1)
  expect((await judged())[0]).toMatchObject({ person_id: room.pupils[1]!.personId, verdict: 'passed' })
  await context.close()
})

test('a pupil at the desk is found by a few letters, without a line as well', async () => {
  await begin(12)
  const { page, context } = await teach(room.issuer)
  await context.setOffline(true)
  await page.getByText('Un élève au bureau').click()
  await page.getByLabel('Premières lettres du nom').fill('eleve07')
  await page.getByRole('link', { name: 'Élève07 Essai' }).click()
  await page.getByText('Chiffres significatifs', { exact: true }).last().click()
  await page.getByRole('button', { name: 'Validé : Élève07 Essai, Chiffres significatifs' }).click()
  await context.setOffline(false)
  await isJudged(1)
  await context.close()
})

test('on a shared computer nothing of one person is shown to the next, and what waits is asked about', async () => {
  await begin(1)
  await ready(room.pupils[0]!)
  const { page, pass, context } = await teach(room.issuer)
  const kept = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('boat-private')).length)
  expect(await kept()).toBe(1)
  await context.setOffline(true)
  await pass('Élève01')
  await page.getByText('Menu', { exact: true }).click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  const question = page.getByRole('dialog')
  await question.getByText('1 réponse attend encore').waitFor()
  await question.getByRole('button', { name: 'Rester' }).click()
  await context.setOffline(false)
  await isJudged(1)
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.waitForURL(/sign-in/)
  expect([await kept(), await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('boat-own')))]).toEqual([0, []])
  // Somebody whose session simply ended, and the next one signs in.
  await signIn(context, room.issuer)
  await page.goto(lesson)
  await until(kept)
  await signIn(context, room.pupils[0]!)
  await page.goto(`${server.url}/account`)
  expect(await kept()).toBe(0)
  await context.setOffline(true)
  await expect(page.goto(lesson)).rejects.toThrow(/ERR_/)
  await context.close()
})

test('a badge with levels is passed by one touch on the level, and the next time from there on', async () => {
  await begin(1)
  const levels = ['Bronze', 'Argent', 'Or'].map((name) => ({ id: name.toLowerCase(), name: { fr: name }, description: { fr: `Sait faire, ${name}.` } }))
  const content = { name: { fr: 'Calculer' }, description: { fr: 'Calculer.' }, criteria: { fr: 'Seul.' }, imageAlt: { fr: 'Un rond' }, levels }
  const { achievementId } = await createAchievement(server.ctx, { organizationId: room.organizationId, content, image: { design: demoDesigns.conversions } })
  await publishVersion(server.ctx, achievementId)
  await follow({ ...room.wanted, badges: [{ achievementId, requiredIds: [] }] })
  await ready(room.pupils[0]!)
  const { page, context } = await teach(room.issuer)
  await page.getByRole('button', { name: 'Bronze : Élève01 Essai, Calculer' }).click()
  await isJudged(1)
  await ready(room.pupils[0]!)
  await page.getByRole('button', { name: 'Argent : Élève01 Essai, Calculer' }).waitFor()
  expect(await page.getByRole('button', { name: 'Bronze : Élève01 Essai, Calculer' }).count()).toBe(0)
  expect((await judged())[0]).toMatchObject({ level_id: 'bronze' })
  await context.close()
})

test('without JavaScript a lesson goes by plain forms, in as many touches', async () => {
  await begin(2)
  for (const pupil of room.pupils) await ready(pupil)
  const { page, context } = await enter(room.issuer, { javaScriptEnabled: false })
  await page.goto(lesson)
  await page.getByRole('button', { name: 'Validé : Élève01 Essai, Conversions' }).click()
  await page.getByText('Validé : le badge est attribué.').waitFor()
  await page.getByText('À retravailler', { exact: true }).first().click()
  await page.getByRole('button', { name: UNIT }).first().click()
  await page.getByText('C’est noté').waitFor()
  await isJudged(2)
  await page.goto(`${lesson}?q=eleve`)
  await page.getByRole('link', { name: 'Élève01 Essai 2de 4' }).click()
  await page.getByText('Chiffres significatifs', { exact: true }).last().click()
  await page.getByRole('button', { name: 'Validé : Élève01 Essai, Chiffres significatifs' }).click()
  await isJudged(3)
  await context.close()
})
