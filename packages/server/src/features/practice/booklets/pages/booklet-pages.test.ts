import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { openSession } from '#features/accounts/index.ts'
import { readPdf } from '#features/ceremonies/sheets/read-pdf.fixture.ts'
import { letGuardianSee } from '#features/guardians/index.ts'
import { moveMember } from '#features/organizations/index.ts'
import { callPage } from '../../../../../tests/support/call-page.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from '../../../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../../../tests/support/make-school.ts'
import { judgeAttempt } from '../../attempts/judge-attempt.ts'
import { type Classroom, makeClassroom } from '../../practice.fixture.ts'
import * as bonusPage from './bonus.server.ts'
import * as childPage from './child.server.ts'
import * as childListPage from './child-list.server.ts'
import * as classPage from './class.server.ts'
import * as ownPage from './own.server.ts'
import * as pupilPage from './pupil.server.ts'
import * as shownPage from './shown.server.ts'
import * as shownBookletPage from './shown-booklet.server.ts'

let platform: TestApp
let ctx: Ctx
let room: Classroom
type Half = Parameters<typeof callPage>[1]
let lina: Somebody
let at: { slug: string; programmeId: string }
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  room = await makeClassroom(ctx)
  lina = room.pupils[0]!
  at = { slug: room.slug, programmeId: room.programmeId }
  await judgeAttempt(room.issuer.ctx, { programmeId: room.programmeId, achievementId: room.badgeIds[0]!, personId: lina.personId, verdict: 'passed' })
})
afterAll(() => platform[Symbol.asyncDispose]())

/** As a browser asks for a file. */
async function ask(who: Somebody, path: string, form?: Record<string, string | string[]>): Promise<Response> {
  const { token } = await openSession(ctx, { personId: who.personId, method: 'link', userAgent: 'test', address: '' })
  const body = form && new URLSearchParams(Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => [name, value])))
  return platform.app.request(path, { headers: { cookie: `boat_session=${token}`, origin: TEST_ORIGIN }, ...(body && { method: 'POST', body }) })
}
const print = (who: Somebody, form: Record<string, string | string[]>) => ask(who, `/organizations/${room.slug}/programmes/${room.programmeId}/booklets.pdf`, form)
const pagesOf = async (response: Response) => (await readPdf(new Uint8Array(await response.arrayBuffer()))).pages

describe('a pupil', () => {
  const own = (half: Half, form?: Record<string, string>, who = lina) => callPage(ctx, half, { actor: who.actor, params: { programmeId: room.programmeId }, ...(form && { form }) })

  test('writes sentences in one plain form, and one that is too long loses nothing', async () => {
    const [first, second] = room.badgeIds.map((id) => `badges.${id}`)
    expect(await own(ownPage.action, { intent: 'write', [first!]: 'Compris !', [second!]: '' })).toMatchObject({ location: `/me/practice/${room.programmeId}/booklet?done=write` })
    expect((await own(ownPage.loader)).data.booklet.badges[0]).toMatchObject({ name: 'Conversions', sentence: 'Compris !', standing: 'Validé le 23 novembre 2026' })
    const long = 'x'.repeat(301)
    const { data } = await own(ownPage.action, { intent: 'write', [first!]: 'Autre', [second!]: long })
    expect(data).toMatchObject({ problem: { code: 'invalid_input', fields: { [second!]: 'too_long' } }, values: { [first!]: 'Autre', [second!]: long } })
    expect((await own(ownPage.loader)).data.booklet.badges[0].sentence).toBe('Compris !')
  })

  test('downloads it, in a file that names nobody; a classmate finds nothing', async () => {
    const response = await ask(lina, `/me/practice/${room.programmeId}/booklet.pdf`)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="livrets.pdf"')
    expect((await pagesOf(response)).map(({ text }) => text).join()).toContain('Compris !')
    for (const who of [room.pupil, room.issuer]) {
      expect((await ask(who, `/me/practice/${room.programmeId}/booklet.pdf`)).status).toBe(404)
      expect((await own(ownPage.loader, undefined, who)).status).toBe(404)
    }
  })
})

describe('a teacher', () => {
  const page = (half: Half, more: { params?: Record<string, string>; search?: string; form?: Record<string, string> } = {}, who = room.issuer) =>
    callPage(ctx, half, { actor: who.actor, ...more, params: { ...at, ...more.params } })

  test('finds everybody ticked, and prints all of them in one file, each on a new sheet', async () => {
    const { data } = await page(classPage.loader)
    expect(data).toMatchObject({
      areTicked: true,
      people: [
        { name: 'Essai Lina', hasSaid: true },
        { name: 'Essai Noé', hasSaid: false },
      ],
    })
    const pages = await pagesOf(await print(room.colleague, { person: data.people.map(({ personId }: { personId: string }) => personId) }))
    expect(pages.map(({ text }) => /(?:Lina|Noé) Essai/.exec(text)![0])).toEqual(['Lina Essai', 'Lina Essai', 'Noé Essai', 'Noé Essai'])
  })

  test('is told on the page when nobody is ticked', async () => {
    const response = await print(room.issuer, { cohort: '2de 4' })
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/organizations/${room.slug}/programmes/${room.programmeId}/booklets?problem=no_booklets&cohort=2de+4`,
    ])
  })

  test('prints nobody who is not in the class, and only at the address of the structure', async () => {
    expect((await print(room.issuer, { person: room.pupil.personId })).headers.get('location')).toContain('no_booklets')
    for (const who of [room.member, room.designer, lina]) expect((await print(who, { person: lina.personId })).status).toBe(404)
    const elsewhere = await makeSchool(ctx, 'Collège voisin')
    expect((await ask(elsewhere.issuer, `/organizations/${elsewhere.slug}/programmes/${room.programmeId}/booklets.pdf`, { person: lina.personId })).status).toBe(404)
  })

  test('edits what goes into the school report, and takes it as a table', async () => {
    const { data } = await page(bonusPage.loader)
    const { periodId } = data.period
    const sent = await page(bonusPage.action, { form: { intent: 'save', personId: lina.personId, periodId, text: 'Lina convertit sans tableau.' } })
    expect(sent.location).toContain('done=bonus#bonus-')
    expect((await page(bonusPage.loader)).data.lines).toMatchObject([{ name: 'Essai Lina', text: 'Lina convertit sans tableau.', isEdited: true }])
    const csv = await (await ask(room.issuer, `/organizations/${room.slug}/programmes/${room.programmeId}/bonus.csv`)).text()
    expect(csv).toContain('Conversions;;23/11/2026;Lina convertit sans tableau.')
    const refused = await page(bonusPage.action, { form: { intent: 'save', personId: lina.personId, periodId, text: 'x'.repeat(301) } })
    expect(refused.data).toMatchObject({ problem: { fields: { text: 'too_long' } }, values: { personId: lina.personId } })
  })

  test('reads one, and cannot tell whether another school has more', async () => {
    const { data } = await page(pupilPage.loader, { params: { personId: lina.personId } })
    expect(data).toMatchObject({ booklet: { name: 'Lina Essai' }, shown: [] })
    expect((await page(pupilPage.loader, { params: { personId: room.pupil.personId } })).status).toBe(404)
  })
})

describe('a guardian', () => {
  test('reads and downloads the booklet of a child below fifteen; from fifteen on when the child shows it', async () => {
    const mother = await makePerson(ctx, 'Sylvie')
    const [guardianshipId, childId] = [ctx.newId(), lina.personId]
    await ctx.db
      .insertInto('guardianship')
      .values({ id: guardianshipId, organization_id: room.organizationId, guardian_id: mother.personId, child_id: childId, relation: 'mother', declared_at: ctx.now() })
      .execute()
    const read = (half: Half, who: Somebody = mother) => callPage(ctx, half, { actor: who.actor, params: { childId, programmeId: room.programmeId } })
    const file = () => ask(mother, `/me/children/${childId}/booklets/${room.programmeId}/booklet.pdf`)
    expect((await read(childListPage.loader)).data.booklets).toMatchObject([{ name: 'Physique-chimie en seconde' }])
    expect((await read(childPage.loader)).data.booklet.badges[0].sentence).toBe('Compris !')
    expect(await pagesOf(await file())).toHaveLength(2)
    for (const half of [childListPage.loader, childPage.loader]) expect((await read(half, room.issuer)).status).toBe(404)
    await ctx.db.updateTable('person').set({ birth_date: '2010-01-05' }).where('id', '=', childId).execute()
    for (const status of [(await read(childPage.loader)).status, (await file()).status]) expect(status).toBe(404)
    await letGuardianSee(lina.ctx, { guardianshipId, isShown: true })
    expect((await read(childPage.loader)).status).toBe(200)
  })
})

test('the next school reads what a pupil of fifteen shows, until the switch is turned back', async () => {
  const next = await makeSchool(ctx, 'Lycée suivant')
  await moveMember(ctx, { personId: lina.personId, fromId: room.organizationId, toId: next.organizationId, cohortId: null })
  const own = (form?: Record<string, string>) =>
    callPage(ctx, form ? ownPage.action : ownPage.loader, { actor: lina.actor, params: { programmeId: room.programmeId }, ...(form && { form }) })
  const shown = async () => (await callPage(ctx, shownPage.loader, { actor: next.issuer.actor, params: { slug: next.slug } })).data.booklets.length
  const one = () => callPage(ctx, shownBookletPage.loader, { actor: next.issuer.actor, params: { slug: next.slug, personId: lina.personId, programmeId: room.programmeId } })
  expect((await own()).data).toMatchObject({ isFormer: true, sharing: { decider: 'self', choices: [{ name: 'Lycée suivant', openedOn: null }] } })
  expect([await shown(), (await one()).status]).toEqual([0, 404])
  await own({ intent: `show:${next.organizationId}` })
  expect([await shown(), (await one()).data.booklet.name]).toEqual([1, 'Lina Essai'])
  await own({ intent: `hide:${next.organizationId}` })
  expect([await shown(), (await one()).status]).toEqual([0, 404])
})
