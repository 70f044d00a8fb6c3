// A CM2 pupil becomes a pupil of the collège, without scripts: a list of codes, a class list that knew her already, two yeses, the same card, both badges.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPerson, openSession } from '../../src/features/accounts/index.ts'
import { createAchievement, publishVersion } from '../../src/features/achievements/index.ts'
import { issueCredentials } from '../../src/features/credentials/index.ts'
import { addCohortMember, addMember, createCohort } from '../../src/features/organizations/index.ts'
import { createClaim, joinWithClaim } from '../../src/features/passports/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeSchool, type Somebody } from '../support/make-school.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>'
const PASSWORD = 'lune-tapis-orange'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

type School = Awaited<ReturnType<typeof makeSchool>>

async function makeClass({ organizationId }: School, name: string) {
  return (await createCohort(server.ctx, { organizationId, name, kind: 'class', schoolYear: '2026-2027' })).cohortId
}

async function makePupil({ organizationId }: School, cohortId: string, familyName: string): Promise<string> {
  const { personId } = await createPerson(server.ctx, { givenName: 'Ondine', familyName, birthDate: '2015-03-04' })
  await addMember(server.ctx, { organizationId, personId, roles: ['member'], isPupil: true })
  await addCohortMember(server.ctx, { cohortId, personId })
  return personId
}

async function give({ organizationId }: School, name: string, personId: string): Promise<string> {
  const content = { name: { fr: name }, description: { fr: 'Aide les autres.' }, criteria: { fr: 'Aider.' }, imageAlt: { fr: 'Un rond bleu' } }
  const { achievementId } = await createAchievement(server.ctx, { organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  const { versionId } = await publishVersion(server.ctx, achievementId)
  return (await issueCredentials(server.ctx, { versionId, recipients: [{ personId }] }))[0]!.credentialId
}

async function enter(who?: Somebody): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR', javaScriptEnabled: false })
  if (who) {
    const { token } = await openSession(server.ctx, { personId: who.personId, method: 'password', userAgent: 'test', address: '' })
    await context.addCookies([{ name: 'boat_session', value: token, url: server.url }])
  }
  return context.newPage()
}

test('from the list of the class to « Mes badges », where both schools stand side by side', async () => {
  const primary = await makeSchool(server.ctx, 'École François Rabelais')
  const college = await makeSchool(server.ctx, 'Collège Maurice Bedel')
  const cm2 = await makeClass(primary, 'CM2')
  const ondine = await makePupil(primary, cm2, 'Quitteville')
  await makePupil(college, await makeClass(college, '6e A'), 'QUITTEVILLE')
  const { code: card } = await createClaim(server.ctx, { credentialId: await give(primary, 'Éco-citoyenne', ondine), channel: 'card' })
  await joinWithClaim(server.ctx, { code: card, secret: { kind: 'password', password: PASSWORD } }, { userAgent: 'test', address: '192.0.2.1' })

  // In June, the teacher of the class.
  const teacher = await enter(primary.issuer)
  await teacher.goto(`${server.url}/organizations/${primary.slug}/departures/${cm2}`)
  await teacher.getByRole('button', { name: 'Afficher la liste des codes' }).click()
  const code = await teacher.locator('table code').innerText()

  // In September, the office of the collège: one code of a pasted list is wrong.
  const office = await enter(college.admin)
  await office.goto(`${server.url}/organizations/${college.slug}/arrivals`)
  await office.getByLabel('Codes de départ').fill(`Ondine ${code}\nABCD-2345`)
  await office.getByRole('button', { name: 'Voir qui arrive' }).click()
  await expect(office.locator('ol > li').nth(0).innerText()).resolves.toMatch(/Ondine[\s\S]*CM2 · École François Rabelais · 1 badge/)
  await expect(office.locator('ol > li').nth(1).innerText()).resolves.toContain('Ce code n’existe pas')
  expect(await office.content()).not.toContain('Quitteville')
  await office.getByLabel(/C’est déjà Ondine QUITTEVILLE, 6e A/).check()
  await office.getByRole('button', { name: 'Accueillir cet élève' }).click()
  await office.getByText('La demande pour Ondine est partie.').waitFor()
  expect(await office.locator('ol > li').nth(1).innerText(), 'what was wrong stays').toMatch(/ABCD-2345[\s\S]*Ce code n’existe pas/)

  // The primary school says yes.
  const head = await enter(primary.admin)
  await head.goto(`${server.url}/organizations/${primary.slug}/departures`)
  await head.getByRole('button', { name: 'Confirmer le départ de Ondine Quitteville' }).click()
  await head.getByText('C’est fait : le passeport est parti').waitFor()
  await office.goto(`${server.url}/organizations/${college.slug}/arrivals`)
  await office
    .getByText(/Ondine Quitteville/)
    .first()
    .waitFor()
  await give(college, 'Sentinelle', ondine)

  // The pupil, with the card and the words of the primary school.
  const pupil = await enter()
  await pupil.goto(`${server.url}/claim/${card}`)
  await pupil.locator('input[name=password]').fill(PASSWORD)
  await pupil.locator('main form button[type=submit]').first().click()
  await pupil.goto(`${server.url}/me/badges`)
  const kept = await pupil.locator('main').innerText()
  for (const words of ['Éco-citoyenne', 'École François Rabelais', 'Sentinelle', 'Collège Maurice Bedel']) expect(kept).toContain(words)
})
