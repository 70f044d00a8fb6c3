// The verification page with scripts: a badge that holds all that is needed never leaves the browser; any other is sent only after saying so.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { bake, buildAchievementCredential, didKeyFromPublicKey, type JsonObject, type Signer, signCredential } from '@boat/openbadges'
import type { Browser, Page, Request } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../../src/ctx.ts'
import { getCredential, issueCredentials, revokeCredential } from '../../src/features/credentials/index.ts'
import { makeSchool } from '../../src/features/credentials/school.fixture.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let browser: Browser
let versionId: string
beforeAll(async () => {
  server = await startServer()
  versionId = (await makeSchool(server.ctx)).versionId
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

type File = { name: string; mimeType: string; buffer: Buffer }

const picture = () =>
  sharp({ create: { width: 500, height: 500, channels: 3, background: '#0f5a70' } })
    .png()
    .toBuffer()
const json = (document: object): File => ({ name: 'badge.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)) })
const png = async (document: object): Promise<File> => ({ name: 'badge.png', mimeType: 'image/png', buffer: Buffer.from(bake(await picture(), JSON.stringify(document))) })

/** A badge signed by a key that is its own document, or that a site publishes. */
async function signBadge(published?: { did: string }): Promise<JsonObject> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const did = published?.did ?? didKeyFromPublicKey({ type: 'Ed25519', publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })).slice(-32) })
  const signer: Signer = { verificationMethod: `${did}#${published ? 'key' : did.slice('did:key:'.length)}`, algorithm: 'Ed25519', sign: (data) => sign(null, data, privateKey) }
  const credential = buildAchievementCredential({
    id: `urn:uuid:${randomUUID()}`,
    issuer: { id: did, name: 'Club de voile de Royan' },
    recipient: { id: 'mailto:lina@example.org' },
    achievement: { id: `urn:uuid:${randomUUID()}`, name: 'Premier bord', description: 'A tenu la barre toute une sortie.', criteria: { narrative: 'Sortir et revenir.' } },
    validFrom: '2026-01-10T09:00:00Z',
  })
  return (await signCredential(credential, { signer, created: new Date('2026-01-10T09:00:00Z') })) as unknown as JsonObject
}

async function issueHere() {
  const [issued] = await issueCredentials(server.ctx, { versionId, recipients: [{ name: 'Lina', idempotencyKey: randomUUID() }] })
  const credentialId = issued!.credentialId
  const { document } = await getCredential(asSystem(server.ctx), credentialId)
  return { credentialId, document: JSON.parse(document as string) as JsonObject }
}

async function openPage({ locale = 'fr-FR', javaScriptEnabled = true, width = 1280 } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale, javaScriptEnabled })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(`${server.url}/verify`, { waitUntil: 'networkidle' })
  const requests: Request[] = []
  context.on('request', (request) => requests.push(request))
  /** What the page asked for since it was opened, without its own scripts, and without the list of pages that its links lead to, which comes late on a busy machine. */
  const isOwn = (request: Request) => request.url().startsWith(`${server.url}/assets/`) || request.url().startsWith(`${server.url}/__manifest?`)
  const asked = () => requests.filter((request) => !isOwn(request)).map((request) => `${request.method()} ${new URL(request.url()).pathname}`)
  return { page, requests, asked, problems }
}

/** Until the standards are there, and nothing has come for half a second. */
async function untilLoaded(page: Page) {
  const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  await expect.poll(async () => (await loaded()).some((name) => name.includes('verify-in-page')), { timeout: 15_000 }).toBe(true)
  for (let before = 0, now = (await loaded()).length; now > before; now = (await loaded()).length) {
    before = now
    await page.waitForTimeout(500)
  }
}

const choose = (page: Page, file: File) => page.locator('input[type=file]').setInputFiles(file)
const submit = (page: Page) => page.locator('main form button[type=submit]').click()
const verdict = (page: Page) => page.locator('main article h1').textContent()

/** As a hand does it: over the form, then let go. */
async function drop(page: Page, file: File) {
  const transfer = await page.evaluateHandle(
    ({ name, mimeType, base64 }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name, { type: mimeType }))
      return data
    },
    { ...file, base64: file.buffer.toString('base64') },
  )
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main form', event, { dataTransfer: transfer })
}

const seriousFindings = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )

describe('a badge that holds all that is needed', () => {
  test('is verified where it is dropped, and nothing is sent', async () => {
    const { page, asked, requests, problems } = await openPage()
    await drop(page, await png(await signBadge()))
    expect(await verdict(page)).toBe('Badge authentique')
    expect(await page.locator('main').textContent()).toContain('Vérifié dans votre navigateur\u00a0: rien n’a été envoyé.')
    expect(await page.title()).toContain('Badge authentique')
    expect(await page.locator('main figure img').getAttribute('src')).toMatch(/^data:image\/png;base64,/)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(asked()).toEqual([])
    expect(requests.map((request) => request.method())).not.toContain('POST')
    expect(problems).toEqual([])
    expect(await seriousFindings(page)).toEqual([])
  })

  test('is refuted when one letter was changed, and nothing is sent', async () => {
    const { page, asked } = await openPage({ locale: 'en-GB', width: 390 })
    const badge = await signBadge()
    await choose(page, await png({ ...badge, name: 'Skipper' }))
    await submit(page)
    expect(await verdict(page)).toBe('Badge not valid')
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
    expect(await page.locator('main').textContent()).toContain('Verified in your browser: nothing was sent.')
    expect(asked()).toEqual([])
    expect(await seriousFindings(page)).toEqual([])
  })

  test('is verified with the network cut, once the page has what it needs; and then another', async () => {
    const { page } = await openPage()
    await choose(page, json(await signBadge()))
    await untilLoaded(page)
    await page.context().setOffline(true)
    await submit(page)
    expect(await verdict(page)).toBe('Badge authentique')
    await page.getByRole('button', { name: 'Vérifier un autre badge' }).click()
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('file')
    await page.getByLabel('Adresse du badge, ou son texte').fill(JSON.stringify(await signBadge()))
    await submit(page)
    expect(await verdict(page)).toBe('Badge authentique')
  })

  test('is verified with the keyboard alone', async () => {
    const { page } = await openPage()
    const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name || document.activeElement?.textContent)
    for (let tabs = 0; (await focused()) !== 'file' && tabs < 40; tabs++) await page.keyboard.press('Tab')
    const badge = json(await signBadge())
    const chosen = page.waitForEvent('filechooser', { timeout: 30_000 })
    // A key that comes while the page takes over its form may be lost: whoever types presses again.
    const again = setInterval(() => void page.keyboard.press('Enter').catch(() => undefined), 3000)
    await page.keyboard.press('Enter')
    const chooser = await chosen.finally(() => clearInterval(again))
    await chooser.setFiles(badge)
    for (let tabs = 0; (await focused()) !== 'Vérifier' && tabs < 10; tabs++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await verdict(page)).toBe('Badge authentique')
  })
})

describe('a badge of this platform', () => {
  test('is verified with two public documents, and is not sent', async () => {
    const { page, asked } = await openPage()
    const { document } = await issueHere()
    await drop(page, await png(document))
    expect(await verdict(page)).toBe('Badge authentique')
    const kinds = () => [...new Set(asked().map((line) => line.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')))].sort()
    const expected = ['GET /images/:id', 'GET /issuers/:id/did.json', 'GET /status/:id']
    await expect.poll(kinds, { timeout: 10_000 }).toEqual(expected)
    expect(await seriousFindings(page)).toEqual([])
    expect(kinds()).toEqual(expected)
  })

  test('that was withdrawn is not verified; the platform tells why to whoever sends it', async () => {
    const { page, asked } = await openPage()
    const { credentialId, document } = await issueHere()
    await revokeCredential(server.ctx, { credentialId, reason: 'Remis par erreur' })
    await choose(page, json(document))
    await submit(page)
    expect(await verdict(page)).toBe('Badge non valide\u00a0: il a été retiré')
    expect(asked().filter((line) => line.startsWith('POST'))).toEqual([])
    await page.getByRole('button', { name: 'Envoyer et demander' }).click()
    await page.getByText('Remis par erreur').waitFor()
    expect(await page.locator('main').textContent()).not.toContain('Vérifié dans votre navigateur')
  })
})

describe('what would have to be asked elsewhere', () => {
  test('is named before anything is sent, and goes to the platform when that is confirmed', async () => {
    const { page, asked } = await openPage()
    await choose(page, json(await signBadge({ did: 'did:web:badges.invalid' })))
    await submit(page)
    await page.getByText('badges.invalid').waitFor()
    expect(asked()).toEqual([])
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Envoyer et vérifier' }).click()
    expect(await verdict(page)).toBe('Impossible de conclure')
    expect(asked()).toContain('POST /verify.data')
  })

  test('is asked again for the next badge', async () => {
    const { page, asked } = await openPage()
    await choose(page, json(await signBadge({ did: 'did:web:badges.invalid' })))
    await submit(page)
    await page.getByText('badges.invalid').waitFor()
    await choose(page, json(await signBadge()))
    await page.getByRole('button', { name: 'Vérifier', exact: true }).click()
    expect(await verdict(page)).toBe('Badge authentique')
    expect(asked()).toEqual([])
  })
})

test('what is no badge is said without sending it', async () => {
  const { page, asked } = await openPage()
  await drop(page, { name: 'photo.png', mimeType: 'image/png', buffer: await picture() })
  await page.getByText('elle ne contient pas de badge').waitFor()
  expect(asked()).toEqual([])
})

test('without JavaScript, the form is sent as it always was', async () => {
  const { page, asked } = await openPage({ javaScriptEnabled: false })
  await choose(page, await png(await signBadge()))
  await submit(page)
  expect(await verdict(page)).toBe('Badge authentique')
  expect(asked()).toContain('POST /verify')
  expect(await page.locator('main').textContent()).not.toContain('Vérifié dans votre navigateur')
})

test('the standards are fetched only once there is something to verify', async () => {
  const { page, requests } = await openPage()
  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect(fetched.filter((name) => name.includes('verify-in-page'))).toEqual([])
  await choose(page, json(await signBadge()))
  await untilLoaded(page)
  expect(requests.some((request) => request.url().includes('verify-in-page'))).toBe(true)
})
