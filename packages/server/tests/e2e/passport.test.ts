// A passport from end to end, in a browser: badges of everywhere come in, are told, shown, hidden again, taken along, and live on in another installation.
import AxeBuilder from '@axe-core/playwright'
import { openArchive } from '@boat/openbadges'
import { unzipSync } from 'fflate'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPerson, openSession } from '../../src/features/accounts/index.ts'
import { revokeCredential } from '../../src/features/credentials/index.ts'
import { fetchFrom, makeForeignBadges } from '../../src/features/passports/foreign-badges.fixture.ts'
import { type Holder, makeHolder } from '../../src/features/passports/passports.fixture.ts'
import type { SafeFetch } from '../../src/kit/fetch.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let foreign: Awaited<ReturnType<typeof makeForeignBadges>>
let here: TestServer
let there: TestServer
let browser: Browser
let amina: Holder
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  here = await startServer({}, { fetch: (url, init) => fetchFrom(foreign.web)(url, init) })
  amina = await makeHolder(here.ctx, { received: 3, imported: [] })
  foreign = await makeForeignBadges(amina.address)
  there = await startServer({}, { fetch: (url, init) => (isOf(here, url) ? ask(url) : fetchFrom(foreign.web)(url, init)) })
  context = await enter(here, amina.personId)
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await here?.[Symbol.asyncDispose]()
  await there?.[Symbol.asyncDispose]()
})

/** The second installation asks the first as any other on the web; only the certificate is missing in a test. */
const isOf = ({ url }: TestServer, asked: string) => new URL(asked).host === new URL(url).host
const ask = async (url: string): ReturnType<SafeFetch> => {
  const answer = await fetch(url.replace('https:', 'http:'), { headers: { accept: 'application/json' } })
  return { url, status: answer.status, contentType: answer.headers.get('content-type') ?? '', body: new Uint8Array(await answer.arrayBuffer()) }
}

async function enter(server: TestServer, personId: string): Promise<BrowserContext> {
  const own = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })
  const { token } = await openSession(server.ctx, { personId, method: 'demonstration', userAgent: 'test', address: '' })
  await own.addCookies([{ name: 'boat_session', value: token, url: server.url }])
  return own
}

async function expectAccessible(looked: Page) {
  const { violations } = await new AxeBuilder({ page: looked }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

const visit = async (address: string) => {
  const visitor = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  const answer = await visitor.goto(address)
  return { visitor, status: answer!.status(), text: await visitor.locator('body').innerText() }
}

/** Opens a link that shows these badges, and gives its address. */
async function openLink(badgeIds: string[], label = ''): Promise<string> {
  await page.goto(`${here.url}/me/shares/new?${badgeIds.map((id) => `badge=${id}`).join('&')}`)
  await page.getByLabel('Pour qui ?').fill(label)
  await page.getByRole('button', { name: 'Ouvrir le lien' }).first().click()
  await page.waitForURL(/\/me\/shares\/[0-9a-f-]{36}/)
  return page.locator('input[value*="/s/"]').first().inputValue()
}

const download = async (from: Page, press: () => Promise<void>): Promise<Uint8Array> => {
  const [file] = await Promise.all([from.waitForEvent('download'), press()])
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

test('a passport takes in badges of every version and system, says what is true of each, and what is no badge', async () => {
  await page.goto(`${here.url}/me/badges/import`)
  const files = [...foreign.badges, ...foreign.noBadges].map(({ file, bytes }) => ({ name: file, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }))
  await page.getByLabel('Vos fichiers').setInputFiles(files)
  await page.getByRole('button', { name: 'Ajouter à mes badges' }).click()
  await page.getByText(`${foreign.badges.length} badges ajoutés, ${foreign.noBadges.length} refusés`).waitFor({ timeout: 60_000 })
  for (const { file } of foreign.noBadges) expect(await page.locator('li', { hasText: file }).innerText()).toMatch(/: .{15,}/)
  await expectAccessible(page)
  const states = await here.ctx.db.selectFrom('imported_badge').select(['file_name', 'outcome']).where('person_id', '=', amina.personId).execute()
  expect(states).toHaveLength(foreign.badges.length)
  await page.goto(`${here.url}/me/badges`)
  const shown = await page.locator('main').innerText()
  for (const { name } of foreign.badges) expect(shown).toContain(name)
  for (const state of ['Expiré', 'Retiré']) expect(shown).toMatch(new RegExp(state, 'i'))
  await expectAccessible(page)
})

test('it keeps the sentence of its holder, and tells a page and a CV with the badges', async () => {
  await page.goto(`${here.url}/me/badges/${amina.credentialIds[0]}`)
  const words = page.locator('details', { has: page.locator('textarea[name=sentence]') })
  await words.locator('summary').click()
  await words.locator('textarea').fill('J’y ai appris à écouter.')
  await words.locator('button[type=submit]').click()
  await page.getByText('J’y ai appris à écouter.').first().waitFor()

  await page.goto(`${here.url}/me/folios`)
  await page.getByRole('button', { name: /Pour un stage/ }).click()
  await page.waitForURL(/\/me\/folios\/[^/]+\/edit/)
  await page.getByLabel('Titre de la page').fill('Mon année à Poitiers')
  await page.getByRole('button', { name: 'Enregistrer et voir' }).click()
  await page.getByRole('heading', { name: 'Mon année à Poitiers' }).waitFor()
  await expectAccessible(page)

  await page.goto(`${here.url}/me/cv`)
  await page.getByRole('button', { name: 'Commencer' }).click()
  await page.waitForURL(/\/me\/cv\/[^/]+/)
  const [cv] = await here.ctx.db.selectFrom('cv').select('id').where('person_id', '=', amina.personId).execute()
  const pdf = await context.request.get(`${here.url}/me/cv/${cv!.id}/cv.pdf`)
  expect(pdf.headers()['content-type']).toContain('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('it shows what was chosen to whoever has the address, and nothing once it is closed or over', async () => {
  const address = await openLink([amina.credentialIds[0]!], 'Mairie')
  expect(address).toMatch(/\/s\/[\w-]{40,}$/)
  const open = await visit(address)
  expect(open.status).toBe(200)
  expect(open.text).toContain('Amina Benali')
  expect(open.text).toContain('Badge 1 : travailler en équipe')
  expect(open.text).not.toContain('Badge 2')
  expect(open.text).not.toContain('Mairie')
  await expectAccessible(open.visitor)

  await page.getByRole('button', { name: 'Fermer ce lien' }).click()
  await expect.poll(async () => (await visit(address)).status, { timeout: 20_000 }).toBeGreaterThanOrEqual(400)
  const closed = await visit(address)
  expect(closed.status).toBeGreaterThanOrEqual(400)
  expect(closed.text).not.toMatch(/Amina|Benali|Badge 1|Université/)
  await expectAccessible(closed.visitor)

  const other = await openLink([amina.credentialIds[1]!])
  expect((await visit(other)).status).toBe(200)
  await here.ctx.db
    .updateTable('share')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where('person_id', '=', amina.personId)
    .where('revoked_at', 'is', null)
    .execute()
  const over = await visit(other)
  expect(over.text).toBe(closed.text)
  expect(over.status).toBe(closed.status)
})

test('a badge that its issuer revokes is no longer shown as one that holds', async () => {
  const address = await openLink([amina.credentialIds[1]!, amina.credentialIds[2]!])
  expect((await visit(address)).text).toContain('Badge 3')
  await revokeCredential({ ...here.ctx, actor: { kind: 'system' } }, { credentialId: amina.credentialIds[2]!, reason: 'Donné par erreur' })
  const after = await visit(address)
  expect(after.text).toContain('Badge 2')
  expect(after.text).not.toContain('Badge 3')
})

test('it is taken along, and lives on in an empty installation with every credential equal to the byte', async () => {
  await page.goto(`${here.url}/me/data`)
  await expectAccessible(page)
  const zip = await download(page, () => page.getByRole('link', { name: 'Télécharger l’archive' }).click())
  const archive = openArchive(zip, { unzip: unzipSync })
  expect(archive.problems).toEqual([])
  expect(archive.manifest.badges).toHaveLength(foreign.badges.length + 3)
  for (const { file, bytes } of foreign.badges) {
    const packed = archive.manifest.badges.map(({ path }) => archive.read(path))
    expect(
      packed.some((one) => one && Buffer.from(one).equals(Buffer.from(bytes))),
      file,
    ).toBe(true)
  }

  const { personId } = await createPerson(there.ctx, { givenName: 'Amina', familyName: 'Benali', birthDate: '1988-03-04', email: { address: amina.address, isVerified: true } })
  const elsewhere = await enter(there, personId)
  const other = await elsewhere.newPage()
  await other.goto(`${there.url}/me/data/import`)
  const bring = async () => {
    await other.getByLabel('Le fichier ZIP').setInputFiles({ name: 'badges-amina.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) })
    await other.getByRole('button', { name: 'Faire venir' }).click()
  }
  await bring()
  await other.getByText(`${archive.manifest.badges.length} badges ajoutés`).waitFor({ timeout: 60_000 })
  await other.goto(`${there.url}/me/data/import`)
  await bring()
  await other.getByText(`${archive.manifest.badges.length} badges étaient déjà là`).waitFor({ timeout: 60_000 })

  const rows = await there.ctx.db.selectFrom('imported_badge').select(['id', 'bytes']).where('person_id', '=', personId).execute()
  expect(rows).toHaveLength(archive.manifest.badges.length)
  for (const { path, name } of archive.manifest.badges) {
    const bytes = Buffer.from(archive.read(path)!)
    const row = rows.find((one) => one.bytes.equals(bytes))
    expect(row, name).toBeDefined()
    const back = await elsewhere.request.get(`${there.url}/me/imports/${row!.id}/file`)
    expect((await back.body()).equals(bytes), name).toBe(true)
  }
  await other.goto(`${there.url}/me/badges`)
  expect(await other.locator('main').innerText()).toContain('Badge 1 : travailler en équipe')
  await other.goto(`${there.url}/me/folios`)
  await other.getByText('Mon année à Poitiers').first().waitFor()
  const note = await there.ctx.db.selectFrom('badge_note').select('sentence').where('person_id', '=', personId).where('sentence', '<>', '').execute()
  expect(note).toEqual([{ sentence: 'J’y ai appris à écouter.' }])
  await other.goto(`${there.url}/me/data`)
  const again = openArchive(await download(other, () => other.getByRole('link', { name: 'Télécharger l’archive' }).click()), { unzip: unzipSync })
  expect(again.manifest.badges).toHaveLength(archive.manifest.badges.length)
})
