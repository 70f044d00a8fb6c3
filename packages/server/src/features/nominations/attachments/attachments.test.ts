import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as } from '#ctx'
import { openSession } from '#features/accounts/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { type Kitchen, makeKitchen, proposeCook, WORDS } from '../../../../tests/support/make-kitchen.ts'
import { makePerson, type Somebody } from '../../../../tests/support/make-school.ts'
import { createApp } from '../../../app.ts'
import { addFact } from '../add-fact.ts'
import { getNomination } from '../get-nomination.ts'
import { listMyVoices } from '../list-mine.ts'
import { listWaitingVoices } from '../list-waiting-voices.ts'
import { moderateVoice } from '../moderate-voice.ts'
import { nominate } from '../nominate.ts'
import * as myPage from '../pages/my-nomination.server.ts'
import * as proposePage from '../pages/nominate.server.ts'
import { withdrawVoice } from '../withdraw-voice.ts'
import { forgetDrafts } from './forget-drafts.ts'
import { keepUpload } from './keep-upload.ts'
import { readAttachment } from './read-attachment.ts'

let kitchen: Kitchen
let photo: Buffer
let achievementId: string
beforeAll(async () => {
  kitchen = await makeKitchen()
  photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c96' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => kitchen.platform[Symbol.asyncDispose]())
beforeEach(async () => {
  await kitchen.clear()
  achievementId = await kitchen.makeBadge(`Solidaire ${crypto.randomUUID().slice(0, 6)}`)
})

const PDF = Buffer.from('%PDF-1.7\ntrailer<<>>\n%%EOF\n')
const keep = (who: Somebody, bytes: Uint8Array = photo, fileName = 'soupe.jpg') => keepUpload(who.ctx, { fileName, bytes })
const propose = async (who: Somebody, uploadIds: string[]) =>
  nominate(who.ctx, {
    organizationId: kitchen.organizationId,
    achievementId,
    personId: kitchen.cook.personId,
    ...WORDS,
    uploads: uploadIds.map((uploadId) => ({ uploadId, alt: 'Des bocaux' })),
  })
const reads = (who: { ctx: Somebody['ctx'] }, attachmentId: string) =>
  readAttachment(who.ctx, { attachmentId, isThumbnail: false }).then(
    () => true,
    ({ code }) => {
      expect(code).toBe('not_found')
      return false
    },
  )
const readersOf = async (attachmentId: string) => {
  const { school, cook, ctx } = kitchen
  const outsider = await makePerson(ctx, 'Dehors')
  const all = {
    pupil: school.pupil,
    member: school.member,
    designer: school.designer,
    issuer: school.issuer,
    owner: school.owner,
    cook,
    outsider,
    nobody: { ctx: as(ctx, { kind: 'anonymous' }) },
  }
  const asked = await Promise.all(Object.entries(all).map(async ([name, who]) => [name, await reads(who, attachmentId)] as const))
  return asked.filter(([, may]) => may).map(([name]) => name)
}
const rowsOf = (id: string) => kitchen.ctx.db.selectFrom('attachment').select('id').where('id', '=', id).execute()

describe('a photo beside a voice', () => {
  test('is seen by its author alone while the form is open, then by those who read it, then by the nominee', async () => {
    const { school } = kitchen
    const { uploadId } = await keep(school.pupil)
    expect(await readersOf(uploadId)).toEqual(['pupil'])
    const { voiceId, nominationId } = await propose(school.pupil, [uploadId])
    expect(await readersOf(uploadId)).toEqual(['pupil', 'issuer', 'owner'])
    const waiting = await listWaitingVoices(school.issuer.ctx, kitchen.organizationId)
    expect(waiting.find((voice) => voice.voiceId === voiceId)!.attachments).toEqual([{ attachmentId: uploadId, fileName: 'soupe.jpg', isPhoto: true, alt: 'Des bocaux' }])
    await moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-admitted' })
    expect(await readersOf(uploadId)).toEqual(['pupil', 'issuer', 'owner', 'cook'])
    expect((await getNomination(kitchen.cook.ctx, { nominationId })).voices[0]!.attachments).toHaveLength(1)
  })

  test('is gone for the nominee when the voice is set aside, and stays with those who set it aside', async () => {
    const { school } = kitchen
    const { uploadId } = await keep(school.pupil)
    const { voiceId, nominationId } = await propose(school.pupil, [uploadId])
    await propose(school.member, [])
    await moderateVoice(school.issuer.ctx, { voiceId, decision: 'voice-set-aside', reason: 'Une photo montre des visages.' })
    expect(await readersOf(uploadId)).toEqual(['pupil', 'issuer', 'owner'])
    expect(JSON.stringify(await getNomination(kitchen.cook.ctx, { nominationId }))).not.toContain(uploadId)
  })

  test('is not seen early by whoever decides and is the nominee', async () => {
    const { school, organizationId } = kitchen
    const { uploadId } = await keep(school.pupil)
    await nominate(school.pupil.ctx, { organizationId, achievementId, personId: school.issuer.personId, ...WORDS, uploads: [{ uploadId }] })
    expect(await reads(school.issuer, uploadId)).toBe(false)
    expect(await reads(school.owner, uploadId)).toBe(true)
  })

  test('goes when the voice is taken back', async () => {
    const { school } = kitchen
    const { uploadId } = await keep(school.member)
    const { voiceId } = await propose(school.member, [uploadId])
    expect((await listMyVoices(school.member.ctx)).find((voice) => voice.voiceId === voiceId)!.attachments).toHaveLength(1)
    await withdrawVoice(school.member.ctx, voiceId)
    expect(await rowsOf(uploadId)).toEqual([])
  })

  test('is used once, by who sent it, and three are enough', async () => {
    const { school } = kitchen
    const { uploadId } = await keep(school.member)
    await expect(propose(school.designer, [uploadId])).rejects.toMatchObject({ code: 'upload_gone', status: 409 })
    await propose(school.member, [uploadId])
    await expect(proposeCook(kitchen, school.designer)).resolves.toBeDefined()
    achievementId = await kitchen.makeBadge('Un autre')
    await expect(propose(school.member, [uploadId])).rejects.toMatchObject({ code: 'upload_gone' })
    const four = await Promise.all([1, 2, 3, 4].map(() => keep(school.member)))
    await expect(
      propose(
        school.member,
        four.map((one) => one.uploadId),
      ),
    ).rejects.toThrow('too_many_files')
  })

  test('that was never sent is forgotten after a day, and no other', async () => {
    const { school, platform, ctx } = kitchen
    const draft = await keep(school.member)
    const used = await keep(school.member)
    await propose(school.member, [used.uploadId])
    await forgetDrafts(ctx)
    expect(await rowsOf(draft.uploadId)).toHaveLength(1)
    const today = ctx.now()
    platform.setNow(new Date(today.getTime() + 25 * 3_600_000))
    await forgetDrafts(ctx)
    platform.setNow(today)
    expect([await rowsOf(draft.uploadId), await rowsOf(used.uploadId)]).toEqual([[], [{ id: used.uploadId }]])
  })

  test('thirty a day are enough', async () => {
    const send = async () => {
      for (let i = 0; i < 31; i++) await keep(kitchen.school.member, PDF, 'plan.pdf')
    }
    await expect(send()).rejects.toMatchObject({ code: 'too_many_uploads', status: 429 })
  })
})

test('a photo beside a fact of the nominee is for them and for those who decide', async () => {
  const { school, cook } = kitchen
  const { nominationId } = await propose(school.member, [])
  const { uploadId } = await keep(cook, PDF, 'menu.pdf')
  await addFact(cook.ctx, { nominationId, text: 'Le menu de la semaine.', uploads: [{ uploadId, alt: '' }] })
  expect(await readersOf(uploadId)).toEqual(['issuer', 'owner', 'cook'])
  const { facts } = await getNomination(school.issuer.ctx, { nominationId, organizationId: kitchen.organizationId })
  expect(facts[0]!.attachments).toEqual([{ attachmentId: uploadId, fileName: 'menu.pdf', isPhoto: false, alt: '' }])
})

describe('its address', () => {
  const ask = async (who: Somebody | undefined, path: string) => {
    const app = await createApp(kitchen.ctx)
    const cookie = who && `boat_session=${(await openSession(kitchen.ctx, { personId: who.personId, method: 'link', userAgent: 'test', address: '' })).token}`
    return app.request(`http://localhost:3999${path}`, { headers: cookie ? { cookie } : {} })
  }

  test('answers a picture that runs nothing and that no cache keeps; a PDF is downloaded', async () => {
    const shown = await keep(kitchen.school.member)
    const saved = await keep(kitchen.school.member, PDF, 'Compte rendu d’été.pdf')
    const answer = await ask(kitchen.school.member, `/attachments/${shown.uploadId}`)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': `inline; filename="soupe.webp"; filename*=UTF-8''soupe.webp`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    const small = await ask(kitchen.school.member, `/attachments/${shown.uploadId}?size=thumbnail`)
    expect(await sharp(await small.arrayBuffer()).metadata()).toMatchObject({ width: 320 })
    const pdf = await ask(kitchen.school.member, `/attachments/${saved.uploadId}`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toBe(`attachment; filename="Compte rendu d__t_.pdf"; filename*=UTF-8''Compte%20rendu%20d%E2%80%99%C3%A9t%C3%A9.pdf`)
  })

  test('is nothing to anybody else, signed in or not, nor with an id that is none', async () => {
    const { uploadId } = await keep(kitchen.school.member)
    for (const who of [undefined, kitchen.school.owner]) expect((await ask(who, `/attachments/${uploadId}`)).status).toBe(404)
    expect((await ask(kitchen.school.owner, '/attachments/nothing')).status).toBe(404)
  })
})

describe('the form', () => {
  const send = (fields: Record<string, string>, files: Record<string, File>) => {
    const form = new FormData()
    const all = { badge: achievementId, person: kitchen.cook.personId, ...WORDS, ...fields }
    for (const [name, value] of [...Object.entries(all), ...Object.entries(files)]) form.set(name, value)
    return callPage(kitchen.ctx, proposePage.action, { actor: kitchen.school.pupil.actor, params: { slug: kitchen.school.slug }, form })
  }
  const file = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name)
  const sentWith = () =>
    kitchen.ctx.db
      .selectFrom('attachment')
      .innerJoin('nomination_voice', 'nomination_voice.id', 'voice_id')
      .innerJoin('nomination', 'nomination.id', 'nomination_id')
      .select(['attachment.id', 'alt', 'file_name'])
      .where('achievement_id', '=', achievementId)
      .orderBy('position')
      .execute()

  test('keeps a photo that was sent while another field is put right, and lets it be removed or replaced', async () => {
    const refused = await send({ deed: '', alt1: 'Des bocaux' }, { file1: file(photo, 'un.jpg'), file2: file(photo, 'deux.jpg') })
    expect(refused.data).toMatchObject({
      problem: { fields: { deed: 'deed_required' } },
      values: { alt1: 'Des bocaux' },
      uploads: [{ place: 1, fileName: 'un.jpg' }, { place: 2 }],
    })
    const [{ uploadId: first }, { uploadId: second }] = refused.data.uploads
    const sent = await send({ upload1: first, alt1: 'Des bocaux', upload2: second, remove2: 'yes' }, { file3: file(PDF, 'plan.pdf') })
    expect(sent.location).toBe('/me/nominations?done=waiting')
    expect(await sentWith()).toMatchObject([{ id: first, alt: 'Des bocaux' }, { file_name: 'plan.pdf' }])
  })

  test('refuses one file by its name, and keeps the others and what was typed', async () => {
    const refused = await send({}, { file1: file(Buffer.from('<svg/>'), 'dessin.png'), file2: file(photo, 'deux.jpg') })
    expect(refused.data).toMatchObject({ problem: { code: 'file_refused', detail: { name: 'dessin.png' } }, values: WORDS, uploads: [{ place: 2, fileName: 'deux.jpg' }] })
  })

  test('does not take somebody else’s photo by its id', async () => {
    const { uploadId } = await keep(kitchen.school.member)
    expect((await send({ upload1: uploadId }, {})).location).toBeDefined()
    expect(await sentWith()).toEqual([])
  })

  test('of a fact takes photos too', async () => {
    const { nominationId } = await propose(kitchen.school.member, [])
    const form = new FormData()
    for (const [name, value] of Object.entries({ intent: 'fact', text: 'Le menu.', url: '', file1: file(photo, 'menu.jpg') })) form.set(name, value)
    const saved = await callPage(kitchen.ctx, myPage.action, { actor: kitchen.cook.actor, params: { nominationId }, form })
    expect(saved.location).toContain('done=fact')
    expect((await getNomination(kitchen.cook.ctx, { nominationId })).facts[0]!.attachments).toMatchObject([{ fileName: 'menu.jpg', isPhoto: true }])
  })

  test('that is far too heavy is refused as a whole', async () => {
    const heavy = await send({}, { file1: file(new Uint8Array(33 * 1024 * 1024), 'film.mov') })
    expect(heavy.data).toMatchObject({ problem: { code: 'too_large' } })
  })
})
