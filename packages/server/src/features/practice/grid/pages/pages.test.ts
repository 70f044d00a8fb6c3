import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSession } from '#features/accounts/index.ts'
import { callPage } from '../../../../../tests/support/call-page.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../../../tests/support/make-app.ts'
import type { Somebody } from '../../../../../tests/support/make-school.ts'
import { askReady } from '../../attempts/ask-ready.ts'
import { judgeAttempt } from '../../attempts/judge-attempt.ts'
import { addRemark } from '../../attempts/remarks.ts'
import { unpackGrid } from '../../browser/pack.ts'
import { type Classroom, makeClassroom } from '../../practice.fixture.ts'
import * as cellPage from './cell.server.ts'
import * as glancePage from './glance.server.ts'
import * as gridPage from './grid.server.ts'

let platform: TestApp
let room: Classroom
let lina: Somebody
let where: { slug: string; programmeId: string }
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  platform.setNow(new Date('2026-11-27T09:00:00Z'))
  room = await makeClassroom(platform.ctx)
  lina = room.pupils[0]!
  where = { slug: room.slug, programmeId: room.programmeId }
})

const cell = (badge = 0) => ({ ...where, personId: lina.personId, achievementId: room.badgeIds[badge]! })
const open = (half: typeof gridPage.loader | typeof cellPage.loader | typeof glancePage.loader, who = room.issuer, params: Record<string, string> = where, search = '') =>
  callPage(platform.ctx, half, { actor: who.actor, params, search })
const grid = async (search = '') => {
  const { data } = await open(gridPage.loader, room.issuer, where, search)
  return { ...data, grid: unpackGrid(data.grid) }
}
async function ask(who: Somebody, ending: string, init: RequestInit = {}) {
  const { token } = await openSession(platform.ctx, { personId: who.personId, method: 'password', userAgent: 'test', address: '' })
  const headers = { cookie: `boat_session=${token}`, origin: TEST_ORIGIN, ...init.headers }
  return platform.app.request(`${TEST_ORIGIN}/organizations/${where.slug}/programmes/${where.programmeId}/grid${ending}`, { ...init, headers })
}

test('a cell has a page of its own, where a verdict is a plain form that comes back to the same rows', async () => {
  const { remarkId } = await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId: cell().achievementId, text: 'Tu as oublié le carré.' })
  const { attemptId } = await askReady(lina.ctx, { ...cell(), selfAssessment: 'almost' })
  const { data } = await open(cellPage.loader, room.issuer, cell(), '?cohort=2de+4')
  expect(data).toMatchObject({
    name: 'Lina Essai',
    letter: 'r',
    hidden: { passed: { attemptId } },
    badge: { remarks: [{ remarkId }] },
    history: [{ selfAssessment: 'almost', verdict: null }],
  })
  const form = { ...data.hidden['to-rework'], verdict: 'to-rework', remarkIds: [remarkId], advice: 'Presque !' }
  const send = () => callPage(platform.ctx, cellPage.action, { actor: room.issuer.actor, params: cell(), search: '?cohort=2de+4', form })
  expect(await send()).toMatchObject({ status: 302, location: `/organizations/${where.slug}/programmes/${where.programmeId}/grid?cohort=2de+4&done=to-rework` })
  await send()
  const { data: after } = await open(cellPage.loader, room.colleague, cell())
  expect(after).toMatchObject({ letter: 'w', history: [{ verdict: 'to-rework', advice: 'Presque !', remarks: [{ text: 'Tu as oublié le carré.' }] }] })
})

test('what a colleague said meanwhile is told by name, and nothing typed is lost', async () => {
  const { attemptId } = await askReady(lina.ctx, cell())
  await judgeAttempt(room.colleague.ctx, { ...cell(), attemptId, verdict: 'to-rework' })
  const form = { attemptId, verdict: 'to-rework', advice: 'Relis la question.' }
  const { data } = await callPage(platform.ctx, cellPage.action, { actor: room.issuer.actor, params: cell(), form })
  expect(data).toMatchObject({ problem: { code: 'judged_meanwhile', detail: { teacher: 'Nadia Essai' } }, values: { advice: 'Relis la question.' } })
})

test('the address says which rows are asked for, and what it cannot mean is everybody', async () => {
  expect(await grid('?cohort=2de+4&name=lina&shown=ready&page=2')).toMatchObject({ filter: { cohort: '2de 4', name: 'lina', shown: 'ready' }, page: 2 })
  expect(await grid('?shown=best&page=-3')).toMatchObject({ filter: { shown: 'all' }, page: 1, grid: { rows: [{ givenName: 'Lina' }, { givenName: 'Noé' }] } })
})

test('the open grid is told what changed, and takes each verdict once', async () => {
  const { readAt } = (await grid()).grid
  const body = new URLSearchParams({ ...cell(), verdict: 'passed', key: platform.ctx.newId(), remarkIds: '' })
  for (const status of [204, 204]) expect((await ask(room.issuer, `.json?since=${readAt}`, { method: 'POST', body })).status).toBe(status)
  const response = await ask(room.colleague, `.json?since=${readAt}`)
  expect(await response.json()).toMatchObject({ rows: [{ personId: lina.personId, cells: 'v..' }] })
  const again = await ask(room.colleague, `.json?since=${readAt}`, { headers: { 'if-none-match': response.headers.get('etag')! } })
  expect(again.status).toBe(304)
})

test('leaves as a table for spreadsheets: the words of the page, days as days, the rows that are shown', async () => {
  await judgeAttempt(room.issuer.ctx, { ...cell(1), verdict: 'passed' })
  const csv = Buffer.from(await (await ask(room.issuer, '.csv?name=lina')).arrayBuffer()).toString()
  expect(csv.split('\r\n')).toEqual([
    '\ufeffNom;Prénom;Classe;1er trimestre;Conversions;Conversions\u00a0: date;Chiffres significatifs;Chiffres significatifs\u00a0: date;Rédiger un calcul;Rédiger un calcul\u00a0: date',
    'Essai;Lina;2de 4;1 sur 2;;;validé;2026-11-27;;',
    '',
  ])
  const workbook = await ask(room.issuer, '.xlsx')
  expect(workbook.headers.get('content-disposition')).toBe('attachment; filename="grille.xlsx"')
  expect(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('at a glance, all are encouraged by one button or one by theirs, and a second press says why not', async () => {
  const press = (form: Record<string, string>) => callPage(platform.ctx, glancePage.action, { actor: room.issuer.actor, params: where, form })
  expect((await open(glancePage.loader)).data).toMatchObject({ period: { name: '1er trimestre', daysLeft: 21 }, unbegun: [{ mayNudge: true }, { mayNudge: true }] })
  expect((await press({ personId: lina.personId })).location).toMatch(/glance\?done=nudged$/)
  expect((await open(glancePage.loader)).data.unbegun).toMatchObject([{ mayNudge: false, nudged: '27 novembre 2026' }, { mayNudge: true }])
  await press({})
  expect((await press({})).data).toMatchObject({ problem: { code: 'nobody_to_nudge' } })
})

test('is for those who teach there: not for pupils, other staff, nor another structure', async () => {
  const other = await makeClassroom(platform.ctx)
  for (const half of [gridPage.loader, glancePage.loader]) {
    for (const who of [lina, room.member, other.issuer]) expect((await open(half, who)).status).toBeGreaterThanOrEqual(403)
    expect((await open(half, other.issuer, { slug: other.slug, programmeId: room.programmeId })).status).toBe(404)
  }
  expect((await open(cellPage.loader, room.issuer, { ...cell(), personId: room.pupil.personId })).status).toBe(404)
  for (const ending of ['.json', '.csv', '.xlsx']) for (const who of [lina, other.issuer]) expect((await ask(who, ending)).status).toBe(404)
})
