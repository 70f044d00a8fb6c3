import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { as } from '#ctx'
import { openSession } from '#features/accounts/index.ts'
import { receiveForm } from '#kit/receive-form.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../../tests/support/make-school.ts'
import { demoDesigns } from '../design/art.ts'
import { adoptAchievement, bookletOf, createAchievement, endAdoption, listResources, publishVersion, shareWithNetwork } from '../index.ts'
import { duplicateExercise } from './duplicate-exercise.ts'
import { getCaptions } from './get-captions.ts'
import { listOwnResources } from './list-own-resources.ts'
import { raiseResource } from './move-resource.ts'
import { noteProgress, tryExercise } from './note-progress.ts'
import { receiveFile } from './receive-file.ts'
import { removeResource } from './remove-resource.ts'
import type { ResourceInput } from './resource.schema.ts'
import { addResource, changeResource } from './save-resource.ts'

let app: TestApp
let dataDir: string
let author: Awaited<ReturnType<typeof makeSchool>>
let adopter: Awaited<ReturnType<typeof makeSchool>>
let stranger: Somebody
let achievementId: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'boat-resources-'))
  app = await makeApp({ dataDir })
  author = await makeSchool(app.ctx, 'Lycée Maurice Genevoix')
  adopter = await makeSchool(app.ctx)
  stranger = await makePerson(app.ctx, 'Passante')
  achievementId = await publish('Conversions')
  await shareWithNetwork(author.owner.ctx, { achievementId, isShared: true })
  await adoptAchievement(adopter.designer.ctx, { organizationId: adopter.organizationId, achievementId, localNote: '' })
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true })
})

async function publish(name: string): Promise<string> {
  const content = { name: { fr: name }, description: { fr: 'Sait convertir.' }, criteria: { fr: 'Trois fois.' }, imageAlt: { fr: 'Deux flèches' } }
  const { achievementId } = await createAchievement(author.designer.ctx, { organizationId: author.organizationId, content, image: { design: demoDesigns['eco-citizen'] } })
  await publishVersion(author.designer.ctx, achievementId)
  return achievementId
}

const exercise: ResourceInput = {
  kind: 'exercise',
  title: { fr: 'Des km/h aux m/s' },
  exercise: { kind: 'number', statement: '{a} km/h en m/s ?', variables: 'a : 36 ; 72', answer: 'a / 3,6', unit: 'm/s', correction: '{a / 3,6} m/s' },
}
const link: ResourceInput = { kind: 'link', title: { fr: 'Le Système international' }, address: 'https://www.bipm.org/fr' }
const add = (content: ResourceInput, school = author, on = achievementId) => addResource(school.designer.ctx, { organizationId: school.organizationId, achievementId: on, content })
const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    (error) => error.code ?? error.name,
  )
const titles = async (ctx: Ctx, on = achievementId) => (await listResources(ctx, on)).map(({ title }) => title.fr)
const anonymous = () => as(app.ctx, { kind: 'anonymous' })

describe('who sees it', () => {
  test('members of the structures that give the badge see what its author added, pupils too; what an adopter added, its own', async () => {
    const badge = await publish('Vue')
    await shareWithNetwork(author.owner.ctx, { achievementId: badge, isShared: true })
    await adoptAchievement(adopter.designer.ctx, { organizationId: adopter.organizationId, achievementId: badge, localNote: '' })
    await add({ ...link, title: { fr: 'De l’auteur' } }, author, badge)
    await add({ ...link, title: { fr: 'De l’adoptant' } }, adopter, badge)
    expect(await titles(author.pupil.ctx, badge)).toEqual(['De l’auteur'])
    expect(await titles(adopter.pupil.ctx, badge)).toEqual(['De l’auteur', 'De l’adoptant'])
    for (const ctx of [stranger.ctx, anonymous()]) expect(await titles(ctx, badge)).toEqual([])
    await endAdoption(adopter.designer.ctx, { organizationId: adopter.organizationId, achievementId: badge })
    expect(await titles(adopter.pupil.ctx, badge)).toEqual([])
  })

  test('everybody, once its author says so', async () => {
    const badge = await publish('Ouvert')
    await add({ ...link, isPublic: true }, author, badge)
    for (const ctx of [stranger.ctx, anonymous()]) expect(await titles(ctx, badge)).toHaveLength(1)
  })

  test('only who designs badges there may add, change, move or remove, and only for a badge that is given there', async () => {
    const { resourceId } = await add(exercise)
    const place = { organizationId: author.organizationId, achievementId }
    for (const ctx of [author.member.ctx, author.issuer.ctx, author.pupil.ctx, adopter.owner.ctx, stranger.ctx]) {
      expect(await codeOf(addResource(ctx, { ...place, content: link }))).toBe('not_allowed')
      expect(await codeOf(changeResource(ctx, { ...place, resourceId, content: exercise }))).toBe('not_allowed')
      expect(await codeOf(raiseResource(ctx, { ...place, resourceId }))).toBe('not_allowed')
      expect(await codeOf(removeResource(ctx, { ...place, resourceId }))).toBe('not_allowed')
    }
    const foreign = { organizationId: adopter.organizationId, achievementId, resourceId }
    expect(await codeOf(removeResource(adopter.designer.ctx, foreign))).toBe('not_found')
    expect(await codeOf(duplicateExercise(adopter.designer.ctx, { ...foreign, copied: (title) => title }))).toBe('not_found')
    expect(await codeOf(add(link, adopter, await publish('Jamais adopté')))).toBe('not_found')
  })
})

describe('exercises', () => {
  test('are refused while a variant cannot be made, with the field and what to change', async () => {
    const broken = { ...exercise, exercise: { ...exercise.exercise, answer: 'a / b' } } as ResourceInput
    await expect(add(broken)).rejects.toMatchObject({ code: 'exercise_unfinished', detail: { problem: 'unknown_name', field: 'answer', name: 'b' } })
  })

  test('remember seen, tried and done, each once, for the person who tried', async () => {
    const badge = await publish('Suivi')
    const { resourceId } = await add(exercise, author, badge)
    const which = { achievementId: badge, resourceId }
    const progress = async (ctx = author.pupil.ctx) => (await listResources(ctx, badge))[0]!.progress
    expect(await progress()).toBe(null)
    await noteProgress(author.pupil.ctx, { ...which, step: 'seen' })
    expect(await progress()).toBe('seen')
    expect((await tryExercise(author.pupil.ctx, { ...which, seed: 4, answer: { text: '1 m/s' } })).isRight).toBe(false)
    expect(await progress()).toBe('tried')
    await Promise.all([1, 2, 3, 4].map((seed) => Promise.all(['10 m/s', '20 m/s'].map((text) => tryExercise(author.pupil.ctx, { ...which, seed, answer: { text } })))))
    expect(await progress()).toBe('done')
    await noteProgress(author.pupil.ctx, { ...which, step: 'seen' })
    expect(await progress()).toBe('done')
    expect(await progress(author.member.ctx)).toBe(null)
    expect(await codeOf(tryExercise(stranger.ctx, { ...which, seed: 1, answer: { text: '1' } }))).toBe('not_found')
    expect(await codeOf(noteProgress(anonymous(), { ...which, step: 'done' }))).toBe('not_signed_in')
  })

  test('are put in order, copied and removed, by several people at once', async () => {
    const badge = await publish('Ordre')
    const place = { organizationId: author.organizationId, achievementId: badge }
    await Promise.all(['un', 'deux', 'trois'].map((fr) => add({ ...exercise, title: { fr } }, author, badge)))
    const own = await listOwnResources(author.member.ctx, place)
    expect(new Set(own.map(({ title }) => title.fr))).toEqual(new Set(['un', 'deux', 'trois']))
    const last = own.at(-1)!
    await raiseResource(author.designer.ctx, { ...place, resourceId: last.resourceId })
    expect((await listOwnResources(author.member.ctx, place))[1]!.resourceId).toBe(last.resourceId)
    await duplicateExercise(author.designer.ctx, { ...place, resourceId: last.resourceId, copied: (title) => `${title} (copie)` })
    await removeResource(author.designer.ctx, { ...place, resourceId: last.resourceId })
    expect((await titles(author.pupil.ctx, badge)).at(-1)).toBe(`${last.title.fr} (copie)`)
  })
})

/** A form as a browser sends it, in pieces of an awkward size. */
async function upload(ctx: Ctx, kind: 'video' | 'booklet', fileName: string, bytes: Uint8Array<ArrayBuffer>, piece = 701) {
  const form = new FormData()
  form.set('title.fr', 'Capsule')
  form.set('file', new File([bytes], fileName))
  form.set('after', 'é')
  const whole = new Response(form)
  const body = new Uint8Array(await whole.clone().arrayBuffer())
  const pieces = new ReadableStream({
    start(controller) {
      for (let at = 0; at < body.length; at += piece) controller.enqueue(body.subarray(at, at + piece))
      controller.close()
    },
  })
  const request = new Request('http://localhost/', { method: 'POST', body: pieces, headers: { 'content-type': whole.headers.get('content-type')! }, duplex: 'half' } as RequestInit)
  const receiving = receiveFile(ctx, kind)
  try {
    const { fields } = await receiveForm(request, (name) => receiving.start(name))
    expect([...fields]).toEqual([
      ['title.fr', 'Capsule'],
      ['after', 'é'],
    ])
    const file = await receiving.finish()
    const content = kind === 'video' ? { kind, title: { fr: 'Capsule' } } : { kind, title: { fr: 'Livret' } }
    return await addResource(ctx, { organizationId: author.organizationId, achievementId, content, file })
  } finally {
    await receiving.forget()
  }
}

const mp4 = (size: number) => {
  const bytes = new Uint8Array(size).map((_, index) => (index * 7) % 251)
  bytes.set(Buffer.from('\x00\x00\x00\x18ftypmp42', 'latin1'))
  return bytes
}
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

describe('captions', () => {
  const WEBVTT = 'WEBVTT\n\n00:01.000 --> 00:04.000\nDivise par 3,6.'
  const filmed = async (captions: string) => {
    const file = { fileId: app.ctx.newId(), fileName: 'film.mp4', size: 4, mediaType: 'application/pdf' as const, bytes: Buffer.from('film') }
    const content: ResourceInput = { kind: 'video', title: { fr: 'Capsule' }, captions }
    const { resourceId } = await addResource(author.designer.ctx, { organizationId: author.organizationId, achievementId, content, file })
    return { place: { organizationId: author.organizationId, achievementId, resourceId }, which: { achievementId, resourceId } }
  }

  test('are kept as WebVTT, also those that most tools write, for whoever may see the film', async () => {
    const { which } = await filmed('\ufeff1\r\n00:00:01,000 --> 00:00:04,000\r\nDivise par 3,6.\r\n')
    expect(await getCaptions(author.pupil.ctx, which)).toBe('WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nDivise par 3,6.\n')
    expect(await codeOf(getCaptions(stranger.ctx, which))).toBe('not_found')
    const { token } = await openSession(app.ctx, { personId: author.pupil.personId, method: 'link', userAgent: 'test', address: '' })
    const answer = await app.app.request(`/achievements/${achievementId}/resources/${which.resourceId}/captions.vtt`, { headers: { cookie: `boat_session=${token}` } })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([200, 'text/vtt; charset=utf-8', 'nosniff'])
  })

  test('stay until they are replaced or taken away, and do not follow a film that goes elsewhere', async () => {
    const { place, which } = await filmed(WEBVTT)
    const change = (more: object) => changeResource(author.designer.ctx, { ...place, content: { kind: 'video', title: { fr: 'Capsule' }, ...more } })
    await change({})
    expect(await getCaptions(author.pupil.ctx, which)).toBe(WEBVTT)
    await change({ captions: WEBVTT.replace('Divise', 'Multiplie') })
    expect(await getCaptions(author.pupil.ctx, which)).toContain('Multiplie')
    await change({ captions: null })
    expect(await codeOf(getCaptions(author.pupil.ctx, which))).toBe('not_found')
    await change({ captions: WEBVTT })
    await change({ address: 'https://tube.example.org/film' })
    expect(await codeOf(getCaptions(author.pupil.ctx, which))).toBe('not_found')
  })

  test.each(['', 'Divise par 3,6.', 'WEBVTT', '%PDF-1.7\x00', `${WEBVTT}\n${'x'.repeat(200_000)}`])('that no player would show are refused (%#)', async (captions) => {
    expect(await codeOf(filmed(captions))).toBe('captions_refused')
  })
})

describe('files', () => {
  const ask = async (who: Somebody | undefined, resourceId: string, range?: string) => {
    const cookie = who && (await openSession(app.ctx, { personId: who.personId, method: 'link', userAgent: 'test', address: '' })).token
    const headers = { ...(cookie && { cookie: `boat_session=${cookie}` }), ...(range && { range }) }
    return app.app.request(`/achievements/${achievementId}/resources/${resourceId}/file`, { headers })
  }
  const kept = () => readdir(join(dataDir, 'videos'))

  test('a video is kept whole in its folder, played in parts by those who may see it, and gone with its resource', async () => {
    const bytes = mp4(50_000)
    const { resourceId } = await upload(author.designer.ctx, 'video', '../../Capsule été.mp4', bytes)
    const whole = await ask(author.pupil, resourceId)
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    expect(whole.headers.get('content-security-policy')).toContain('sandbox')
    expect(whole.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''Capsule%20%C3%A9t%C3%A9.mp4")
    const part = await ask(author.pupil, resourceId, 'bytes=100-199')
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 100-199/50000'])
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true)
    expect((await ask(author.pupil, resourceId, 'bytes=-10')).headers.get('content-range')).toBe('bytes 49990-49999/50000')
    expect((await ask(author.pupil, resourceId, 'bytes=50000-')).status).toBe(416)
    expect([(await ask(stranger, resourceId)).status, (await ask(undefined, resourceId)).status]).toEqual([404, 401])
    expect(await kept()).toHaveLength(1)
    await removeResource(author.designer.ctx, { organizationId: author.organizationId, achievementId, resourceId })
    await app.runJobs()
    expect(await kept()).toEqual([])
  })

  test.each([1, 13, 65_536])('is read the same in pieces of %d bytes', async (piece) => {
    const { resourceId } = await upload(author.designer.ctx, 'booklet', 'livret.pdf', new Uint8Array(pdf), piece)
    const answer = await ask(author.pupil, resourceId)
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  test('what is neither a video nor a PDF is refused by what it holds, and leaves nothing behind', async () => {
    const html = new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>'))
    expect(await codeOf(upload(author.designer.ctx, 'video', 'film.mp4', html))).toBe('video_refused')
    expect(await codeOf(upload(author.designer.ctx, 'video', 'film.mp4', new Uint8Array(pdf)))).toBe('video_refused')
    expect(await codeOf(upload(author.designer.ctx, 'booklet', 'livret.pdf', html))).toBe('booklet_refused')
    expect(await codeOf(upload(author.designer.ctx, 'booklet', 'livret.pdf', new Uint8Array(pdf.subarray(0, 30))))).toBe('booklet_refused')
    expect(await codeOf(upload(author.designer.ctx, 'booklet', 'livret.pdf', new Uint8Array(11 * 1024 * 1024), 65_536))).toBe('booklet_too_large')
    expect(await kept()).toEqual([])
  })

  test('a booklet needs its file, a video its file or a page elsewhere', async () => {
    expect(await codeOf(add({ kind: 'booklet', title: { fr: 'Livret' } }))).toBe('resource_without_file')
    expect(await codeOf(add({ kind: 'video', title: { fr: 'Capsule' } }))).toBe('resource_without_file')
    expect(await codeOf(add({ kind: 'video', title: { fr: 'Capsule' }, address: 'https://example.org/video' }))).toBe('done')
    expect(await codeOf(add({ ...link, address: 'javascript:alert(1)' } as ResourceInput))).toBe('ZodError')
    const place = { organizationId: author.organizationId, achievementId }
    const content: ResourceInput = { kind: 'booklet', title: { fr: 'Livret' } }
    const { resourceId } = await addResource(author.designer.ctx, { ...place, content, file: bookletOf(app.ctx, 'livret.pdf', pdf) })
    await changeResource(author.designer.ctx, { ...place, resourceId, content: { ...content, title: { fr: 'Livret repris' } } })
    expect((await ask(author.pupil, resourceId)).status).toBe(200)
  })
})
