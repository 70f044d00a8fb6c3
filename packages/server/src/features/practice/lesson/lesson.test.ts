import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSession } from '#features/accounts/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../../tests/support/make-app.ts'
import type { Somebody } from '../../../../tests/support/make-school.ts'
import { askReady, withdrawReady } from '../attempts/ask-ready.ts'
import { judgeAttempt } from '../attempts/judge-attempt.ts'
import { addRemark } from '../attempts/remarks.ts'
import { type Classroom, makeClassroom } from '../practice.fixture.ts'
import { action, loader } from './pages/lesson.server.ts'

let platform: TestApp
let room: Classroom
let zoe: Somebody
let max: Somebody
let which: { programmeId: string; achievementId: string }
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  platform.setNow(new Date('2026-11-25T09:00:00Z'))
  room = await makeClassroom(platform.ctx)
  zoe = await room.enrol('Zoé')
  max = await room.enrol('Max')
  which = { programmeId: room.programmeId, achievementId: room.badgeIds[0]! }
})

const later = (minutes: number) => platform.setNow(new Date(platform.ctx.now().getTime() + minutes * 60_000))
const params = () => ({ slug: room.slug, programmeId: room.programmeId })
const open = (who: Somebody, search = '') => callPage(platform.ctx, loader, { actor: who.actor, params: params(), search })
const send = (who: Somebody, form: Record<string, string | string[]>, search = '') => callPage(platform.ctx, action, { actor: who.actor, params: params(), form, search })
const lesson = async (who: Somebody) => (await open(who)).data.lesson
const address = () => `/organizations/${room.slug}/programmes/${room.programmeId}/lesson.json`

/** As the page in a browser asks, for the person whose session it holds. */
async function browserOf(who: Somebody) {
  const { token } = await openSession(platform.ctx, { personId: who.personId, method: 'demonstration', userAgent: 'test', address: '' })
  return (init: { fields?: Record<string, string>; headers?: Record<string, string> } = {}) =>
    platform.app.request(TEST_ORIGIN + address(), {
      ...(init.fields && { method: 'POST', body: new URLSearchParams(init.fields) }),
      headers: { cookie: `boat_session=${token}`, origin: TEST_ORIGIN, ...init.headers },
    })
}

test('those who are ready stand in the order in which they pressed, with what they think of themselves', async () => {
  await askReady(max.ctx, { ...which, selfAssessment: 'almost' })
  later(3)
  await askReady(zoe.ctx, { ...which, achievementId: room.badgeIds[1]!, selfAssessment: 'yes' })
  later(1)
  const { now, waiting } = await lesson(room.issuer)
  expect(waiting).toMatchObject([
    { name: 'Max Essai', achievementId: room.badgeIds[0], selfAssessment: 'almost', cohorts: ['2de 4'] },
    { name: 'Zoé Essai', selfAssessment: 'yes' },
  ])
  expect(waiting.map(({ readyAt }: { readyAt: number }) => (now - readyAt) / 60_000)).toEqual([4, 1])
  await withdrawReady(max.ctx, which)
  expect((await lesson(room.issuer)).waiting).toHaveLength(1)
})

test('both teachers see what was said today, by whom and in which words; yesterday is past', async () => {
  const { remarkId } = await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId: which.achievementId, text: 'L’unité manque.' })
  await judgeAttempt(room.issuer.ctx, { ...which, personId: max.personId, verdict: 'to-rework', remarkIds: [remarkId], advice: 'Courage !' })
  later(24 * 60)
  await judgeAttempt(room.issuer.ctx, { ...which, personId: zoe.personId, verdict: 'to-rework', remarkIds: [remarkId], advice: 'Presque !' })
  expect((await lesson(room.colleague)).judged).toMatchObject([
    { name: 'Zoé Essai', verdict: 'to-rework', by: expect.stringContaining('issuer'), isMine: false, advice: ['L’unité manque.', 'Presque !'], time: '10:00' },
  ])
  expect((await lesson(room.issuer)).judged).toMatchObject([{ by: '', isMine: true }])
})

test('a form without scripts passes a badge, and comes back to the same filter', async () => {
  const { attemptId } = await askReady(zoe.ctx, which)
  const said = { personId: zoe.personId, achievementId: which.achievementId, attemptId, verdict: 'passed' }
  const answer = await send(room.issuer, said, `?badge=${which.achievementId}&person=${zoe.personId}`)
  expect(answer.location).toMatch(new RegExp(`/lesson\\?done=passed&badge=${which.achievementId}$`))
  const { waiting, judged } = await lesson(room.issuer)
  expect([waiting, judged]).toMatchObject([[], [{ verdict: 'passed', name: 'Zoé Essai' }]])
})

test('a form without scripts ticks several remarks, and what is refused is said above it with nothing lost', async () => {
  const bank: string[] = []
  for (const text of ['L’unité manque.', 'Le carré aussi.'])
    bank.push((await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId: which.achievementId, text })).remarkId)
  const said = { personId: zoe.personId, achievementId: which.achievementId, verdict: 'to-rework', remarkIds: bank, advice: 'Regarde la vidéo.' }
  const refused = await send(room.issuer, { ...said, remarkIds: [platform.ctx.newId()] })
  expect(refused.data).toMatchObject({ problem: { code: 'remark_unknown' }, values: { advice: 'Regarde la vidéo.' } })
  await send(room.issuer, said)
  expect((await lesson(room.issuer)).judged[0].advice).toEqual(['L’unité manque.', 'Le carré aussi.', 'Regarde la vidéo.'])
})

test('what waited on a phone is taken once, and what a colleague said meanwhile is told with the name', async () => {
  const { attemptId } = await askReady(zoe.ctx, which)
  const ask = await browserOf(room.issuer)
  const fields = { personId: zoe.personId, achievementId: which.achievementId, attemptId, verdict: 'passed', key: platform.ctx.newId() }
  expect([(await ask({ fields })).status, (await ask({ fields })).status]).toEqual([204, 204])
  const late = await (await browserOf(room.colleague))({ fields: { ...fields, verdict: 'to-rework', key: platform.ctx.newId() } })
  expect(late.status).toBe(409)
  expect(await late.json()).toMatchObject({ code: 'judged_meanwhile', detail: { teacher: expect.stringContaining('issuer') } })
  expect(await platform.ctx.db.selectFrom('credential').select('id').where('person_id', '=', zoe.personId).execute()).toHaveLength(1)
})

test('an answer without news is short, and says whose it is', async () => {
  const ask = await browserOf(room.issuer)
  const first = await ask()
  expect(first.headers.get('boat-person')).toBe(room.issuer.personId)
  const headers = { 'if-none-match': first.headers.get('etag')! }
  expect((await ask({ headers })).status).toBe(304)
  await askReady(zoe.ctx, which)
  expect((await ask({ headers })).status).toBe(200)
})

test('a page that somebody left open sends nothing in the name of whoever signed in after them', async () => {
  const ask = await browserOf(room.colleague)
  const fields = { personId: zoe.personId, achievementId: which.achievementId, verdict: 'passed', key: platform.ctx.newId() }
  const headers = { 'boat-person': room.issuer.personId }
  expect([(await ask({ fields, headers })).status, (await ask({ headers })).status]).toEqual([401, 401])
  expect((await lesson(room.issuer)).judged).toEqual([])
  expect((await ask({ fields, headers: { 'boat-person': room.colleague.personId } })).status).toBe(204)
})

test('the page knows the whole class, for somebody at the desk: what each one holds, and the remarks of each badge', async () => {
  await judgeAttempt(room.issuer.ctx, { ...which, personId: zoe.personId, verdict: 'passed' })
  await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId: which.achievementId, text: 'L’unité manque.' })
  const { roster, badges, cohorts } = (await open(room.colleague)).data
  expect(roster.find(({ personId }: { personId: string }) => personId === zoe.personId)).toMatchObject({ name: 'Zoé Essai', held: { [which.achievementId]: null } })
  expect(roster.find(({ personId }: { personId: string }) => personId === max.personId).held).toEqual({})
  expect(badges[0]).toMatchObject({ name: 'Conversions', remarks: [{ text: 'L’unité manque.' }] })
  expect(cohorts).toEqual(['2de 4'])
})

test('a lesson is for its teachers and the heads of the structure, on the page and behind it', async () => {
  for (const who of [zoe, room.designer, room.member, room.pupil]) {
    expect((await open(who)).status).toBeGreaterThanOrEqual(403)
    expect((await (await browserOf(who))()).status).toBeGreaterThanOrEqual(403)
    expect((await send(who, { personId: zoe.personId, achievementId: which.achievementId, verdict: 'passed' })).status).toBeGreaterThanOrEqual(403)
  }
  expect((await open(room.owner)).status).toBe(200)
})
