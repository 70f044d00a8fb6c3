// A film of a few seconds with its captions, sent by a teacher and watched by a pupil on a phone.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../src/features/accounts/index.ts'
import { makeBadge } from '../../src/features/practice/practice.fixture.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeSchool, type Somebody } from '../support/make-school.ts'
import { startServer, type TestServer } from '../support/start-server.ts'

let server: TestServer
let browser: Browser
let school: Awaited<ReturnType<typeof makeSchool>>
let achievementId: string
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  school = await makeSchool(server.ctx, 'Lycée Maurice Genevoix')
  achievementId = await makeBadge(server.ctx, school.organizationId, 'Conversions')
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const CAPTIONS = '1\r\n00:00:00,000 --> 00:00:20,000\r\nUn kilomètre, c’est mille mètres.\r\n'

async function enter(who: Somebody, width: number): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width, height: 844 } })
  const { token } = await openSession(server.ctx, { personId: who.personId, method: 'link', userAgent: 'test', address: '' })
  await context.addCookies([{ name: 'boat_session', value: token, url: server.url }])
  return { context, page: await context.newPage() }
}

/** A second of moving colours, filmed by the browser itself. */
async function film(page: Page): Promise<Buffer> {
  await page.goto('about:blank')
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 })
    const brush = canvas.getContext('2d')!
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' })
    const pieces: Blob[] = []
    recorder.ondataavailable = ({ data }) => pieces.push(data)
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve
    })
    recorder.start()
    for (let step = 0; step < 30; step++) {
      brush.fillStyle = `hsl(${step * 12} 70% 50%)`
      brush.fillRect(0, 0, 160, 90)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    recorder.stop()
    await stopped
    return btoa(String.fromCharCode(...new Uint8Array(await new Blob(pieces).arrayBuffer())))
  })
  return Buffer.from(base64, 'base64')
}

test('a film is sent with its captions, played on a phone, and its captions are read while it plays', async () => {
  const teacher = await enter(school.designer, 1280)
  const video = await film(teacher.page)
  expect(video.length).toBeGreaterThan(500)
  const resources = `${server.url}/organizations/${school.slug}/achievements/${achievementId}/resources`
  await teacher.page.goto(`${resources}/new?kind=video`)
  await teacher.page.getByLabel('Titre', { exact: false }).first().fill('Les mètres en trois minutes')
  await teacher.page.locator('input[name=file]').setInputFiles({ name: 'mètres.webm', mimeType: 'video/webm', buffer: video })
  await teacher.page.locator('input[name=captions]').setInputFiles({ name: 'mètres.srt', mimeType: 'application/x-subrip', buffer: Buffer.from(CAPTIONS) })
  await teacher.page.getByRole('button', { name: 'Ajouter' }).click()
  await teacher.page.waitForURL(`${resources}?done=added`)

  const pupil = await enter(school.pupil, 390)
  const { id } = await server.ctx.db.selectFrom('resource').select('id').executeTakeFirstOrThrow()
  await pupil.page.goto(`${server.url}/achievements/${achievementId}/resources/${id}`)
  const player = pupil.page.locator('video')
  await player.evaluate(async (video: HTMLVideoElement) => {
    video.muted = true
    await video.play()
  })
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 15_000 }).toBeGreaterThan(0.2)
  const said = () => player.evaluate((video: HTMLVideoElement) => [...(video.textTracks[0]?.activeCues ?? [])].map((cue) => (cue as VTTCue).text))
  await expect.poll(said, { timeout: 15_000 }).toEqual(['Un kilomètre, c’est mille mètres.'])
  expect(await pupil.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)

  await teacher.page.goto(`${resources}/${id}`)
  await teacher.page.getByLabel('Retirer les sous-titres').check()
  await teacher.page.getByRole('button', { name: 'Enregistrer' }).click()
  await teacher.page.waitForURL(`${resources}?done=saved`)
  await pupil.page.reload()
  expect(await player.evaluate((video: HTMLVideoElement) => [video.textTracks.length, video.src.length > 0])).toEqual([0, true])
  await Promise.all([teacher.context.close(), pupil.context.close()])
})
