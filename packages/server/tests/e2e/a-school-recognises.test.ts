// A year in a collège and the primary school next door, through the screens: pupils propose the cook, a jury meets, a ceremony hands
// over 180 badges, a card is lost, a parent says yes, a pupil of CM2 arrives in 6e with the bronze and gets the silver.
import { decodeMultikey } from '@boat/openbadges'
import { compactVerify, importJWK } from 'jose'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, type Ctx } from '../../src/ctx.ts'
import { createPerson, openSession } from '../../src/features/accounts/index.ts'
import { adoptAchievement, createAchievement, publishVersion, shareWithNetwork } from '../../src/features/achievements/index.ts'
import { readPdf } from '../../src/features/ceremonies/sheets/read-pdf.fixture.ts'
import { issueCredentials } from '../../src/features/credentials/index.ts'
import { addCohortMember, addMember, createCohort, createOrganization, type Role } from '../../src/features/organizations/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let browser: Browser

type Somebody = { personId: string; ctx: Ctx }
type School = { organizationId: string; slug: string }
let collège: School
let primary: School
const people: Record<string, Somebody> = {}
let classes: { cohortId: string; pupils: Somebody[] }[] = []
let growing: string
let solidarity: string

beforeAll(async () => {
  server = await startServer({ mode: 'installation' })
  browser = await launchBrowser()
  collège = await createOrganization(server.ctx, { name: 'Collège Maurice Bedel', type: 'collège' })
  primary = await createOrganization(server.ctx, { name: 'École François Rabelais', type: 'primary-school' })
  for (const [name, school, roles, title] of STAFF) people[name] = await makeMember(school === 'collège' ? collège : primary, name, roles, title)
  classes = await Promise.all(['6e A', '6e B', '5e A', '5e B', '4e A', '4e B'].map((name) => makeClass(collège, people.Maya!, name, 30)))
  solidarity = await makeBadge(people.Maya!, 'Solidaire')
  growing = await makeBadge(people.Maya!, 'Éco-citoyen', [
    { id: 'bronze', name: { fr: 'Bronze' }, description: { fr: 'Je trie et je range.' } },
    { id: 'argent', name: { fr: 'Argent' }, description: { fr: 'Je mène une action pour les autres.' } },
  ])
  await shareWithNetwork(people.Maya!.ctx, { achievementId: growing, isShared: true })
  await adoptAchievement(people.Odile!.ctx, { organizationId: primary.organizationId, achievementId: growing })
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const STAFF: [name: string, school: 'collège' | 'primary', roles: Role[], title: string][] = [
  ['Maya', 'collège', ['owner'], 'Documentaliste'],
  ['Solène', 'collège', ['issuer'], 'Principale'],
  ['Agathe', 'collège', ['issuer'], 'CPE'],
  ['Karim', 'collège', ['member'], 'Professeur de français'],
  ['Thierry', 'collège', ['member'], 'Chef cuisinier'],
  ['Odile', 'primary', ['owner'], 'Directrice'],
]

async function makeSomebody(input: { givenName: string; familyName: string; birthDate?: string }): Promise<Somebody> {
  const { personId } = await createPerson(server.ctx, input)
  return { personId, ctx: as(server.ctx, { kind: 'person', personId, sessionId: personId, isNetworkAdmin: false }) }
}

async function makeMember({ organizationId }: School, givenName: string, roles: Role[], title: string): Promise<Somebody> {
  const somebody = await makeSomebody({ givenName, familyName: 'Duchemin' })
  await addMember(server.ctx, { organizationId, personId: somebody.personId, roles, title })
  return somebody
}

async function makeClass(school: School, by: Somebody, name: string, count: number) {
  const { cohortId } = await createCohort(by.ctx, { organizationId: school.organizationId, name, kind: 'class', schoolYear: '2026-2027' })
  const pupils: Somebody[] = []
  for (let i = 1; i <= count; i++) {
    const pupil = await makeSomebody({ givenName: `Élève${i}`, familyName: `Dela${name.replace(' ', '')}`, birthDate: '2015-03-02' })
    await addMember(server.ctx, { organizationId: school.organizationId, personId: pupil.personId, roles: ['member'], isPupil: true })
    await addCohortMember(by.ctx, { cohortId, personId: pupil.personId })
    pupils.push(pupil)
  }
  return { cohortId, pupils }
}

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'

async function makeBadge(by: Somebody, name: string, levels: { id: string; name: { fr: string }; description: { fr: string } }[] = []): Promise<string> {
  const content = {
    name: { fr: name },
    description: { fr: 'Prend soin des autres et du lieu.' },
    criteria: { fr: 'Mener une action utile à tous.' },
    imageAlt: { fr: 'Un rond' },
    levels,
  }
  const { achievementId } = await createAchievement(by.ctx, { organizationId: collège.organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  await publishVersion(by.ctx, achievementId)
  return achievementId
}

/** A screen of somebody's own. Most of the story is lived without scripts: forms are forms. */
async function sit(somebody?: Somebody, options: BrowserContextOptions = { javaScriptEnabled: false }): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR', baseURL: server.url, ...options })
  context.setDefaultTimeout(20_000)
  if (somebody) {
    const { token } = await openSession(server.ctx, { personId: somebody.personId, method: 'link', userAgent: 'test', address: '' })
    await context.addCookies([{ name: 'boat_session', value: token, url: server.url }])
  }
  return context.newPage()
}

const press = async (page: Page, intent: string) => {
  await page.locator(`main button[value="${intent}"]`).first().click()
  await page.waitForLoadState()
}

async function propose(author: Somebody, nominee: Somebody, achievementId: string, deed: string): Promise<void> {
  const page = await sit(author)
  await page.goto(`/organizations/${collège.slug}/nominations/new?person=${nominee.personId}&badge=${achievementId}`)
  await page.locator('[name="deed"]').fill(deed)
  await page.locator('[name="occasion"]').fill('Jeudi midi')
  await page.locator('main form[method="post"] button[type="submit"]').last().click()
  await page.waitForURL(/me\/nominations/)
  await page.context().close()
}

const dossierOf = async (somebody: Somebody) => server.ctx.db.selectFrom('nomination').selectAll().where('person_id', '=', somebody.personId).executeTakeFirstOrThrow()

test('five pupils propose the cook, an adult reads their words, the cook is told and adds a fact', async () => {
  const pupils = classes[5]!.pupils.slice(0, 5)
  for (const [i, pupil] of pupils.entries()) await propose(pupil, people.Thierry!, solidarity, `Il garde une part pour qui arrive en retard, et sourit à tous (${i + 1}).`)
  await propose(people.Karim!, people.Thierry!, solidarity, 'Il a montré aux élèves comment composter les restes.')
  await propose(people.Karim!, pupils[0]!, solidarity, 'Elle accueille chaque nouvel élève de la classe.')

  const agathe = await sit(people.Agathe!)
  for (let left = 5; left > 0; left--) {
    await agathe.goto(`/organizations/${collège.slug}/nominations`)
    await press(agathe, 'voice-admitted')
  }
  const thierry = await sit(people.Thierry!)
  await expect
    .poll(
      async () => {
        await thierry.goto('/me/notices')
        return thierry.locator('main').textContent()
      },
      { timeout: 20_000 },
    )
    .toContain('Solidaire')
  const { id } = await dossierOf(people.Thierry!)
  await thierry.goto(`/me/nominations/${id}`)
  expect(await thierry.locator('blockquote').count()).toBe(6)
  // He is not told which children wrote.
  expect(await thierry.locator('main').textContent()).not.toContain('Dela4eB')
  await press(thierry, 'accept')
  await thierry.locator('details:has([name="text"]) > summary').click()
  await thierry.locator('[name="text"]').fill('Depuis janvier, le pain qui reste va à l’épicerie solidaire.')
  await press(thierry, 'fact')
  expect(await thierry.locator('main').textContent()).toContain('épicerie solidaire')
})

test('the jury meets: one steps aside, one dossier is to be completed, signed minutes say so', async () => {
  const maya = await sit(people.Maya!)
  await maya.goto(`/organizations/${collège.slug}/juries/new`)
  await maya.locator('[name="title"]').fill('Jury du premier trimestre')
  await maya.locator('[name="date"]').fill('2026-12-10')
  await maya.locator('[name="time"]').fill('17:00')
  await maya.locator('[name="quorum"]').fill('2')
  await maya.locator('main form button[type="submit"]').first().click()
  await maya.waitForURL(/juries\/[0-9a-f-]{36}/)
  const jury = new URL(maya.url()).pathname
  for (const name of ['Solène', 'Agathe', 'Karim']) {
    await maya.goto(`${jury}?q=${encodeURIComponent(name)}`)
    await press(maya, 'seat')
  }
  const solène = maya.locator('li', { hasText: 'Solène Duchemin' }).locator('button[value="president"]').first()
  await solène.click()
  await maya.waitForLoadState()
  await maya.goto(jury)
  await maya.locator('button[value="lay"]').last().click()
  await maya.waitForLoadState()
  await press(maya, 'open')

  // Karim gave a voice in both dossiers: he is asked to vote in none of them.
  const juryId = jury.split('/').at(-1)!
  for (const name of ['Solène', 'Agathe'] as const) {
    const member = await sit(people[name]!)
    for (const nominee of [people.Thierry!, classes[5]!.pupils[0]!]) {
      const dossier = await server.ctx.db
        .selectFrom('jury_dossier')
        .select('id')
        .where('jury_id', '=', juryId)
        .where('nomination_id', '=', (await dossierOf(nominee)).id)
        .executeTakeFirstOrThrow()
      await member.goto(`/me/juries/${juryId}?dossier=${dossier.id}`)
      // Blind: nothing of the other's vote is there before one's own.
      expect(await member.locator('main').textContent()).not.toContain('Mot de Solène')
      await member.locator(`input[name="vote"][value="${nominee === people.Thierry ? 'yes' : 'to-complete'}"]`).check()
      await member.locator('[name="comment"]').fill(`Mot de ${name}`)
      await press(member, 'vote')
    }
    await member.context().close()
  }

  // The meeting, by keyboard and mouse, with scripts.
  const chair = await sit(people.Solène!, { viewport: { width: 1280, height: 900 } })
  await chair.goto(`${jury}/session`, { waitUntil: 'networkidle' })
  await chair.getByRole('button', { name: 'Ouvrir la réunion' }).first().click()
  // Who opens the meeting is in the room; she marks the others.
  await chair.locator('main form button[aria-pressed="true"]', { hasText: 'Solène' }).waitFor()
  for (const name of ['Agathe', 'Karim']) await chair.locator('main form button[aria-pressed="false"]', { hasText: name }).click()
  for (const [nominee, decision, reason] of [
    ['Thierry', 'granted', 'Six voix, des faits précis.'],
    // On the screen of the room a child is a pupil of a class.
    ['4e B', 'to-complete', 'Raconte comment tu accueilles les nouveaux.'],
  ] as const) {
    await chair.locator('nav ol a', { hasText: nominee }).click()
    const article = chair.locator('article')
    await article.locator('h2', { hasText: nominee }).waitFor()
    expect(await article.textContent()).toContain('Karim')
    await article.locator(`input[name="decision"][value="${decision}"]`).check()
    await article.locator('[name="reason"]').fill(reason)
    await article.locator('button[value="decide"]').click()
    await article.locator('[data-state]', { hasText: reason }).waitFor()
  }
  await maya.goto(jury)
  await maya.locator('details:has(button[value="close"]) > summary').click()
  await press(maya, 'close')
  await maya.goto(`/juries/${juryId}/minutes`)
  const minutes = await maya.locator('main').textContent()
  for (const said of ['Six voix, des faits précis.', 'Raconte comment tu accueilles', 'Karim']) expect(minutes).toContain(said)

  const pdf = await readPdf(await (await maya.request.get(`/juries/${juryId}/minutes.pdf`)).body())
  expect(pdf.pages.map(({ text }) => text).join(' ')).toContain('Six voix, des faits précis.')
  const jws = await (await maya.request.get(`/juries/${juryId}/minutes.jws`)).text()
  const [header] = jws.split('.')
  const { kid } = JSON.parse(Buffer.from(header!, 'base64url').toString()) as { kid: string }
  const did = (await (await maya.request.get(`/issuers/${await issuerOf(collège)}/did.json`)).json()) as { verificationMethod: { id: string; publicKeyMultibase: string }[] }
  const { publicKeyMultibase } = did.verificationMethod.find(({ id }) => id === kid)!
  await compactVerify(jws, await importJWK({ kty: 'OKP', crv: 'Ed25519', x: Buffer.from(decodeMultikey(publicKeyMultibase).publicKey).toString('base64url') }, 'EdDSA'))

  // Under embargo the cook's page says no more than before; what is to be completed came back to the pupil.
  const thierry = await sit(people.Thierry!)
  await thierry.goto('/me/nominations')
  expect(await thierry.locator('main').textContent()).not.toMatch(/Retenu|Attribué/)
  const pupil = await sit(classes[5]!.pupils[0]!)
  await pupil.goto(`/me/nominations/${(await dossierOf(classes[5]!.pupils[0]!)).id}`)
  await pupil.locator('[name="text"]').last().fill('Je fais le tour du collège avec chacun, le premier jour.')
  await press(pupil, 'fact')
  await press(pupil, 'send-again')
  await maya.goto(`/organizations/${collège.slug}/juries/new`)
  await maya.locator('[name="title"]').fill('Jury du deuxième trimestre')
  await maya.locator('[name="date"]').fill('2027-03-10')
  await maya.locator('[name="time"]').fill('17:00')
  await maya.locator('[name="quorum"]').fill('2')
  await maya.locator('main form button[type="submit"]').first().click()
  await maya.waitForURL(/juries\/[0-9a-f-]{36}/)
  expect(await maya.locator('main').textContent()).toContain('Élève1')
})

test('the ceremony publishes 180 badges with one button', async () => {
  const maya = await sit(people.Maya!)
  await maya.goto(`/organizations/${collège.slug}/ceremonies/new`)
  await maya.locator('[name="title"]').fill('Remise de juin')
  await maya.locator('[name="day"]').fill('2027-06-18')
  await maya.locator('main form button[type="submit"]').first().click()
  await maya.waitForURL(/ceremonies\/[0-9a-f-]{36}/)
  const ceremony = /^.*ceremonies\/[0-9a-f-]{36}/.exec(new URL(maya.url()).pathname)![0]
  // What the jury retained is on the list from the start.
  expect(await maya.locator('main').textContent()).toContain('Thierry')
  for (const { cohortId } of classes) {
    await maya.goto(`${ceremony}/add?way=class&badge=${solidarity}&cohort=${cohortId}`)
    // One pupil of 4e B has a dossier of her own, which is not decided yet.
    if (cohortId === classes[5]!.cohortId) await maya.locator(`input[name="person"][value="${classes[5]!.pupils[0]!.personId}"]`).uncheck()
    await press(maya, 'class')
  }
  await maya.goto(`${ceremony}/publish`)
  await maya.locator('[name="understood"]').check()
  await maya.locator('main form button[type="submit"]').first().click()
  await expect
    .poll(
      async () => {
        await maya.goto(`${ceremony}/publish`)
        return maya.locator('main').textContent()
      },
      { timeout: 60_000, interval: 500 },
    )
    .toMatch(/180 badges? attribu/)
  const issued = await server.ctx.db.selectFrom('credential').select('person_id').where('achievement_id', '=', solidarity).execute()
  expect(issued).toHaveLength(180)
  expect(new Set(issued.map(({ person_id }) => person_id)).size).toBe(180)
  const thierry = await sit(people.Thierry!)
  await thierry.goto('/me/badges')
  expect(await thierry.locator('main').textContent()).toContain('Solidaire')
})

test('a lost card is void at once, and printed again in one action', async () => {
  const maya = await sit(people.Maya!)
  const pupil = classes[0]!.pupils[3]!
  const { id } = await server.ctx.db.selectFrom('credential').select('id').where('person_id', '=', pupil.personId).executeTakeFirstOrThrow()
  const print = async (form: Record<string, string>) => {
    const pdf = await readPdf(await (await maya.request.post(`/organizations/${collège.slug}/cards.pdf`, { form, headers: { origin: server.url } })).body())
    return codeIn(pdf.pages[0]!.text)
  }
  const first = await print({ credential: id })
  const second = await print({ lost: id })
  expect(second).not.toBe(first)
  const child = await sit()
  await child.goto(`/claim/${first}`)
  expect(await child.locator('main').textContent()).not.toContain('Élève4')
  await child.goto(`/claim/${second}`)
  expect(await child.locator('main').textContent()).toContain('Élève4')
})

test('a parent opens the paper without an address, says yes, and the child shares; withdrawn, it is closed at once', async () => {
  const child = classes[0]!.pupils[0]!
  const { id: credentialId } = await server.ctx.db.selectFrom('credential').select('id').where('person_id', '=', child.personId).executeTakeFirstOrThrow()
  const agathe = await sit(people.Agathe!)
  const form = { cohort: classes[0]!.cohortId, child: child.personId, copies: '1', language: 'fr' }
  const paper = await readPdf(await (await agathe.request.post(`/organizations/${collège.slug}/families.pdf`, { form, headers: { origin: server.url } })).body())
  const code = codeIn(paper.pages[0]!.text)

  const stranger = await sit()
  await stranger.goto(`/family/${code}`)
  expect(await stranger.locator('main').textContent()).not.toContain('Élève1')
  const parent = await sit()
  await parent.goto(`/family/${code}`)
  await parent.locator('[name="fact"]').fill('02/03/2015')
  await press(parent, 'prove')
  await parent.locator('[name="givenName"]').fill('Nadia')
  await parent.locator('[name="familyName"]').fill('Benali')
  await parent.locator('[name="relation"]').first().selectOption('mother')
  await parent.locator('[name="declares"]').first().check()
  await parent.locator('[name="password"]').first().fill('trois barques au large')
  await press(parent, 'join')
  await parent.goto(`/me/children/${child.personId}`)
  await parent.locator('form:has(input[name="scope"][value="share"]) button').first().click()
  await parent.waitForLoadState()

  const pupil = await sit(child)
  await pupil.goto(`/me/badges/${credentialId}`)
  await pupil
    .getByRole('button', { name: /Partager/ })
    .first()
    .click()
  await pupil.waitForLoadState()
  expect((await stranger.goto(`/credentials/${credentialId}`))!.status()).toBe(200)
  // What strangers see is the badge, not the child.
  expect(await stranger.content()).not.toContain('Dela6eA')
  await parent.goto(`/me/children/${child.personId}`)
  await parent.locator('form:has(input[name="scope"][value="share"]) button').first().click()
  await parent.waitForLoadState()
  expect((await stranger.goto(`/credentials/${credentialId}`))!.status()).toBe(404)
})

test('a pupil of CM2 arrives in 6e with the bronze, and gets the silver on the same line', async () => {
  const { cohortId, pupils } = await makeClass(primary, people.Odile!, 'CM2', 3)
  const zoé = pupils[0]!
  const version = await server.ctx.db.selectFrom('achievement_version').select('id').where('achievement_id', '=', growing).executeTakeFirstOrThrow()
  await issueCredentials(people.Odile!.ctx, { versionId: version.id, organizationId: primary.organizationId, recipients: [{ personId: zoé.personId, levelId: 'bronze' }] })

  const odile = await sit(people.Odile!)
  await odile.goto(`/organizations/${primary.slug}/departures/${cohortId}`)
  await odile.locator('main fieldset input[name="person"]').first().waitFor()
  for (const { personId } of pupils) await odile.locator(`input[name="person"][value="${personId}"]`).setChecked(personId === zoé.personId)
  await odile.locator('main form button[type="submit"]').last().click()
  await odile.waitForLoadState()
  const code = codeIn(await odile.locator('main').innerText())

  const maya = await sit(people.Maya!)
  await maya.goto(`/organizations/${collège.slug}/arrivals`)
  await maya.locator('[name="codes"]').fill(code)
  await maya.locator('[name="class"]').selectOption(classes[0]!.cohortId)
  await press(maya, 'look')
  await maya.locator('input[name="who-0"][value="new"]').check()
  await press(maya, 'ask')
  // Nothing moves on one word alone.
  expect(await schoolOf(zoé)).toEqual([primary.organizationId])
  await odile.goto(`/organizations/${primary.slug}/departures`)
  await press(odile, 'confirm')
  expect(await schoolOf(zoé)).toEqual([collège.organizationId])

  // The collège gives the next level, as one gives any badge.
  const agathe = await sit(people.Agathe!)
  await agathe.goto(`/organizations/${collège.slug}/issue?achievement=${growing}&to=cohort&cohort=${classes[0]!.cohortId}`)
  await agathe.locator('input[name="level"][value="argent"]').check()
  for (const box of await agathe.locator('input[name="personId"]:enabled').all()) await box.setChecked((await box.getAttribute('value')) === zoé.personId)
  await agathe.locator('main form[method="post"] button[type="submit"]').last().click()
  await agathe.waitForLoadState()
  await press(agathe, 'confirm')
  await expect
    .poll(() => server.ctx.db.selectFrom('credential').select('id').where('person_id', '=', zoé.personId).where('level_id', '=', 'argent').execute(), { timeout: 20_000 })
    .toHaveLength(1)
  const pupil = await sit(zoé)
  for (let left = 2; left > 0; left--) {
    await pupil.goto('/me/badges')
    await press(pupil, 'accepted')
  }
  await pupil.goto('/me/badges')
  const line = pupil.locator('main li', { hasText: 'Éco-citoyen' })
  expect(await line.count()).toBe(1)
  expect(await line.textContent()).toMatch(/Bronze[\s\S]*Argent/)
  await line.locator('a').first().click()
  await pupil.waitForURL(/me\/badges\/[0-9a-f-]{36}/)
  for (const giver of ['École François Rabelais', 'Collège Maurice Bedel']) expect(await pupil.locator('main').textContent()).toContain(giver)
})
const codeIn = (text: string): string => {
  const found = /\b([A-Z0-9]{4})[-\s ]([A-Z0-9]{4})\b/.exec(text)
  if (!found) throw new Error(`no code in: ${text.slice(0, 300)}`)
  return `${found[1]}${found[2]}`
}

const issuerOf = async ({ organizationId }: School) =>
  (await server.ctx.db.selectFrom('issuer').select('id').where('organization_id', '=', organizationId).executeTakeFirstOrThrow()).id

const schoolOf = async ({ personId }: Somebody) =>
  (await server.ctx.db.selectFrom('membership').select('organization_id').where('person_id', '=', personId).where('left_at', 'is', null).execute()).map(
    ({ organization_id }) => organization_id,
  )
