// The same life as tests/life-of-a-badge.test.ts, through the screens and a real mail server: an empty installation, its first
// administrator, a collège, its documentaliste, a badge, a class, a mail, a share, a verification by a stranger.
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFirstAdministratorLink } from '../../src/features/accounts/index.ts'
import { loadCommunes } from '../../src/features/organizations/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  server = await startServer({ mode: 'installation' })
  await loadCommunes(server.ctx)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

async function newPerson(options: { javaScriptEnabled?: boolean } = {}): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR', ...options })
  context.setDefaultTimeout(15_000)
  return { page: await context.newPage(), context }
}

const linkIn = (text: string | undefined, path: RegExp): string => {
  const link = (text ?? '').match(/https?:\/\/\S+/g)?.find((candidate) => path.test(candidate))
  if (!link) throw new Error(`no link like ${path} in: ${text}`)
  return link
}

test('from an empty installation to a badge that a stranger verifies', async () => {
  // The administrator opens the link that the first start printed, and makes the first structure.
  const { page: admin } = await newPerson()
  await admin.goto((await createFirstAdministratorLink(server.ctx))!.url)
  await admin.getByLabel('Prénom').fill('Hélène')
  await admin.getByLabel('Nom', { exact: true }).fill('Castaing')
  await admin.getByLabel(/courriel|électronique/i).fill('helene@comue.example')
  for (const field of await admin.locator('input[type=password]').all()) await field.fill('trois barques au large')
  await admin.locator('main form button[type=submit]').click()
  await admin.waitForURL((url) => !url.pathname.startsWith('/first-administrator'))
  await admin.goto(`${server.url}/network/organizations/new`)
  await admin.getByLabel(/^Nom/).fill('Collège Maurice Bedel')
  await admin.getByLabel(/^Type/).selectOption('collège')
  await admin.getByRole('button', { name: 'Ajouter la structure' }).click()
  await admin.waitForURL((url) => !url.pathname.endsWith('/new'))

  // She invites the documentaliste, who makes her account from the mail.
  await admin.goto(`${server.url}/organizations/college-maurice-bedel/people/invite`)
  await admin.getByLabel(/Adresse/).fill('maya@bedel.example')
  await admin.locator('input[name="roles"][value="owner"]').check()
  await admin
    .locator('main form')
    .getByRole('button', { name: /Inviter|Envoyer/ })
    .click()
  const invitation = await server.waitForMail('maya@bedel.example')
  expect(invitation.text).toContain('Collège Maurice Bedel')
  const { page: maya } = await newPerson()
  await maya.goto(linkIn(invitation.text, /\/invitations\//))
  await maya.getByLabel(/^Prénom/).fill('Maya')
  await maya.getByLabel(/^Nom/).fill('Renaud')
  await maya.getByRole('button', { name: 'Créer mon compte et rejoindre' }).click()
  await maya.waitForURL(/\/organizations\/college-maurice-bedel/)

  // She draws a badge and publishes it.
  await maya.goto(`${server.url}/organizations/college-maurice-bedel/achievements/new`, { waitUntil: 'networkidle' })
  await maya.getByLabel('Nom du badge').first().fill('Éco-citoyen')
  await maya.getByLabel('Description').first().fill('Prend soin du lieu où l’on vit ensemble.')
  await maya.getByLabel('Critères').first().fill('- Mener une action utile à tous\n- En parler à sa classe')
  await maya.getByLabel('Description de l’image').first().fill('Deux feuilles vertes dans un rond')
  await maya.getByLabel('Texte du ruban').fill('Éco-citoyen')
  await maya.getByRole('button', { name: 'Enregistrer et voir l’aperçu' }).click()
  await maya.getByRole('button', { name: 'Publier le badge' }).click()
  await maya.getByText('Publié, version 1').waitFor()

  // She imports a class as the school's software exports it: Windows-1252, semicolons, duplicates, a missing name, a bad address.
  await maya.goto(`${server.url}/organizations/college-maurice-bedel/import`)
  const roster = readFileSync(new URL('../../src/features/organizations/roster/fixtures/messy.windows-1252.csv', import.meta.url))
  await maya.locator('input[type=file]').setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer: roster })
  await maya.getByRole('button', { name: 'Lire la liste' }).click()
  await maya.waitForURL(/\/import\/[0-9a-f-]{36}/)
  await maya.getByRole('button', { name: /^Importer/ }).click()
  await maya.getByRole('heading', { level: 1, name: 'Liste importée' }).waitFor()
  await maya.goto(`${server.url}/organizations/college-maurice-bedel/cohorts`)
  expect(await maya.locator('main a[href*="/cohorts/"]').count()).toBeGreaterThan(1)

  // She gives the badge to two people from a pasted list: one with an address, one without.
  await maya.goto(`${server.url}/organizations/college-maurice-bedel/issue`)
  await maya.locator('main a', { hasText: 'Éco-citoyen' }).first().click()
  await maya.getByRole('link', { name: 'Une liste' }).click()
  await maya.getByLabel('Collez la liste').fill('Nom;Courriel\nLéa Martin;lea.martin@example.org\nNoé Petit;\n')
  await maya.getByRole('button', { name: 'Vérifier avant d’attribuer' }).click()
  await maya.getByRole('button', { name: 'Attribuer 2 badges' }).click()
  await maya.getByRole('heading', { name: 'C’est fait' }).waitFor({ timeout: 30_000 })
  expect(await maya.locator('main').textContent()).toContain('2 badges attribués')

  // Léa opens the mail, without JavaScript, makes an account and keeps the badge.
  const mail = await server.waitForMail('lea.martin@example.org')
  expect(mail.subject).toContain('Éco-citoyen')
  const { page: lea } = await newPerson({ javaScriptEnabled: false })
  await lea.goto(linkIn(mail.text, /\/claim\//))
  await lea.getByLabel('Prénom').fill('Léa')
  await lea.getByLabel('Nom', { exact: true }).fill('Martin')
  await lea.getByLabel(/^Mot de passe/).fill('une lanterne sous la pluie')
  await lea.getByRole('button', { name: /Créer mon compte/ }).click()
  await lea.waitForURL((url) => !url.pathname.startsWith('/claim'))
  await lea.goto(`${server.url}/me/badges`)
  await lea.locator('main a', { hasText: 'Éco-citoyen' }).first().click()
  await lea.waitForURL(/\/me\/badges\/[0-9a-f-]{36}/)
  const credentialId = lea.url().match(/[0-9a-f-]{36}/)![0]

  // Nobody else sees it, until she shares it.
  const { page: stranger } = await newPerson({ javaScriptEnabled: false })
  expect((await stranger.goto(`${server.url}/credentials/${credentialId}`))!.status()).toBe(404)
  await lea.getByRole('button', { name: 'Partager ce badge' }).click()
  await lea.waitForURL(/done=shared/)
  const shown = await stranger.goto(`${server.url}/credentials/${credentialId}`)
  expect(shown!.status()).toBe(200)
  expect(await stranger.locator('h1').textContent()).toContain('Éco-citoyen')

  // A stranger verifies it, by its address and by its file.
  await stranger.goto(`${server.url}/verify?url=${encodeURIComponent(`${server.url}/credentials/${credentialId}`)}`)
  await stranger.getByText('authentique', { exact: false }).first().waitFor()
  const png = await (await stranger.request.get(`${server.url}/credentials/${credentialId}.png`)).body()
  await stranger.goto(`${server.url}/verify`)
  await stranger.locator('input[type=file]').setInputFiles({ name: 'badge.png', mimeType: 'image/png', buffer: png })
  await stranger.getByRole('button', { name: 'Vérifier', exact: true }).click()
  await stranger.getByText('authentique', { exact: false }).first().waitFor()

  // Maya withdraws it with a reason; the same stranger reads so.
  await maya.goto(`${server.url}/organizations/college-maurice-bedel/credentials/${credentialId}`)
  await maya.getByText('Retirer ce badge…').click()
  await maya.getByLabel('Motif').fill('Attribué deux fois par erreur')
  await maya.getByLabel('Je comprends que c’est définitif').check()
  await maya.getByRole('button', { name: 'Retirer le badge' }).click()
  await server.waitForMail('lea.martin@example.org', /retir|révoq/i)
  await stranger.goto(`${server.url}/verify?url=${encodeURIComponent(`${server.url}/credentials/${credentialId}`)}`)
  expect(await stranger.locator('main').textContent()).toMatch(/non valide|retiré/i)
})
