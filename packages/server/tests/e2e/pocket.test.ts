// Badges in a pocket: an installed page that is read, and shown, where there is no network.
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSession } from '../../src/features/accounts/index.ts'
import { shareCredential } from '../../src/features/credentials/index.ts'
import { type Holder, makeHolder } from '../../src/features/passports/passports.fixture.ts'
import { openShare } from '../../src/features/passports/shares/open-share.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let browser: Browser
let amina: Holder
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  amina = await makeHolder(server.ctx)
  await shareCredential(amina.ctx, { credentialId: amina.credentialIds[0]!, isShared: true })
  await openShare(amina.ctx, { scope: 'badges', badgeIds: amina.credentialIds, label: 'Forum de l’emploi' })
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

let context: BrowserContext
let page: Page
beforeEach(async () => {
  context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  return () => context.close()
})

async function enter({ personId }: Holder) {
  const { token } = await openSession(server.ctx, { personId, method: 'demonstration', userAgent: 'test', address: '' })
  await context.addCookies([{ name: 'boat_session', value: token, url: server.url }])
}

const kept = () =>
  page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat())
const keptPictures = async () => (await kept()).filter((path) => path.startsWith('/images/')).length

test('is installed from any page', async () => {
  await page.goto(server.url)
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!
    const answer = await fetch(link.href)
    return {
      type: answer.headers.get('content-type'),
      body: (await answer.json()) as { icons: { src: string; sizes: string; type: string }[]; start_url: string; display: string },
    }
  })
  expect(manifest).toMatchObject({ type: expect.stringContaining('application/manifest+json'), body: { display: 'standalone', start_url: '/me/badges' } })
  for (const { src, sizes } of manifest.body.icons.filter(({ type }) => type === 'image/png')) {
    const width = await page.evaluate(async (src) => (await createImageBitmap(await (await fetch(src)).blob())).width, src)
    expect(`${width}x${width}`).toBe(sizes)
  }
})

test('without a line, any page that is not there gives way to the badges, with their pictures and codes', async () => {
  await enter(amina)
  await page.goto(`${server.url}/me/badges`)
  await expect.poll(keptPictures, { timeout: 20_000 }).toBe(3)
  await context.setOffline(true)
  await page.goto(`${server.url}/account`)
  expect(new URL(page.url()).pathname).toBe('/me/pocket')
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Dans ma poche')
  const pictures = page.locator('main img')
  await expect.poll(() => pictures.evaluateAll((all) => all.filter((picture) => (picture as HTMLImageElement).naturalWidth > 0).length)).toBeGreaterThanOrEqual(3)
  await page.getByText('Badge 1 : travailler en équipe').click()
  await page.getByText(`${server.url}/credentials/${amina.credentialIds[0]}`).waitFor()
  await page.getByText('Forum de l’emploi').click()
  expect(await page.getByRole('img', { name: 'QR code de cette adresse' }).count()).toBeGreaterThanOrEqual(2)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
})

test('nothing is left for whoever comes next on the same device', async () => {
  await enter(amina)
  await page.goto(`${server.url}/me/badges`)
  await expect.poll(keptPictures, { timeout: 20_000 }).toBe(3)
  await enter(await makeHolder(server.ctx, { received: 0, imported: [], givenName: 'Bruno' }))
  await page.goto(`${server.url}/account`)
  await expect.poll(kept).not.toContain('/me/pocket')
  await context.setOffline(true)
  await expect(page.goto(`${server.url}/me/badges`)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
})
