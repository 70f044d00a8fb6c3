import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addResource, listResources } from '#features/achievements/index.ts'
import { noteProgress } from '#features/achievements/resources/note-progress.ts'
import { addCohortMember, addMember, createCohort, createOrganization } from '#features/organizations/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../../tests/support/make-school.ts'
import { judgeAttempt } from '../attempts/judge-attempt.ts'
import { addRemark } from '../attempts/remarks.ts'
import type { PeriodProgress } from '../browser/progress.ts'
import { type Classroom, makeBadge, makeClassroom } from '../practice.fixture.ts'
import { createProgramme } from '../programmes/create-programme.ts'
import { addException } from '../programmes/exceptions.ts'
import { readPeriods } from '../programmes/get-programme.ts'
import { aimOf } from './aim.ts'
import { getMyBadge } from './get-my-badge.ts'
import { getMyProgramme } from './get-my-programme.ts'
import { listMyProgrammes, takesPartSomewhere } from './list-my-programmes.ts'
import * as badgePage from './pages/badge.server.ts'
import { loader as programmePage } from './pages/programme.server.ts'
import { loader as programmesPage } from './pages/programmes.server.ts'
import { readMyStates } from './read-my-states.ts'

let platform: TestApp
let room: Classroom
let lina: Somebody
let which: { programmeId: string; achievementId: string }
beforeAll(async () => {
  platform = await makeApp()
  room = await makeClassroom(platform.ctx)
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  lina = await room.enrol('Lina')
  which = { programmeId: room.programmeId, achievementId: room.badgeIds[0]! }
})

const judge = (verdict: 'passed' | 'to-rework', more: Partial<Parameters<typeof judgeAttempt>[1]> = {}) =>
  judgeAttempt(room.issuer.ctx, { ...which, personId: lina.personId, verdict, ...more })
const states = async () => (await getMyProgramme(lina.ctx, room.programmeId)).badges.map(({ state }) => state)
const open = (who: Somebody, achievementId = which.achievementId) => callPage(platform.ctx, badgePage.loader, { actor: who.actor, params: { ...which, achievementId } })
const send = (form: Record<string, string>, who = lina) => callPage(platform.ctx, badgePage.action, { actor: who.actor, params: which, form })
const here = () => `/me/practice/${which.programmeId}/${which.achievementId}`

describe('what is before one', () => {
  const period = (more: Partial<PeriodProgress>): PeriodProgress => ({
    ...{ periodId: 'a', name: '1er trimestre', startsOn: '2026-09-01', endsOn: '2026-12-18', required: 2, done: 0, isExcepted: false, state: 'now' },
    ...more,
  })
  const next = period({ periodId: 'b', name: '2e trimestre', startsOn: '2027-01-04', endsOn: '2027-03-26', state: 'ahead' })

  test('is so many badges until a day, one’s own', () => {
    expect(aimOf([period({ done: 1 }), next])).toMatchObject({ kind: 'left', left: 1, endsOn: '2026-12-18' })
    expect(aimOf([period({ required: 1, endsOn: '2027-01-15', isExcepted: true }), next])).toMatchObject({ kind: 'left', left: 1, endsOn: '2027-01-15' })
  })

  test('is nothing any more once it is done: the rest is in advance', () => {
    expect(aimOf([period({ done: 2 }), next])).toEqual({ kind: 'done', name: '1er trimestre', required: 2, next: '2e trimestre' })
    expect(aimOf([period({ done: 2 })])).toMatchObject({ kind: 'done', next: null })
    expect(aimOf([period({ required: 0 })])).toMatchObject({ kind: 'free' })
  })

  test('between two periods is the next one; after the last one, nothing', () => {
    expect(aimOf([period({ state: 'over' }), next])).toMatchObject({ kind: 'ahead', startsOn: '2027-01-04' })
    expect(aimOf([period({ state: 'over' })])).toEqual({ kind: 'over' })
  })
})

describe('my programmes', () => {
  test('are those of my classes and groups; who has one is there at once', async () => {
    expect(await listMyProgrammes(lina.ctx)).toMatchObject([{ programmeId: room.programmeId, organizationName: 'Lycée Maurice Genevoix' }])
    expect(await callPage(platform.ctx, programmesPage, { actor: lina.actor })).toMatchObject({ status: 302, location: `/me/practice/${room.programmeId}` })
    for (const who of [room.pupil, room.issuer, room.owner]) {
      expect(await takesPartSomewhere(who.ctx)).toBe(false)
      expect((await callPage(platform.ctx, programmesPage, { actor: who.actor })).data.programmes).toEqual([])
    }
    expect(await takesPartSomewhere(lina.ctx)).toBe(true)
    expect(await takesPartSomewhere({ ...platform.ctx, actor: { kind: 'anonymous' } })).toBe(false)
  })

  test('in an association are those of its trainees', async () => {
    const { organizationId } = await createOrganization(platform.ctx, { name: 'Atelier numérique', type: 'association' })
    const trainer = await makePerson(platform.ctx, 'Paul')
    await addMember(platform.ctx, { organizationId, personId: trainer.personId, roles: ['issuer'] })
    const trainee = await makePerson(platform.ctx, 'Yvette')
    await addMember(platform.ctx, { organizationId, personId: trainee.personId, roles: ['member'] })
    const { cohortId } = await createCohort(platform.ctx, { organizationId, name: 'Groupe du mardi', kind: 'group', schoolYear: '2026-2027' })
    await addCohortMember(platform.ctx, { cohortId, personId: trainee.personId })
    const badges = [{ achievementId: await makeBadge(platform.ctx, organizationId, 'Écrire un courriel') }]
    await createProgramme(trainer.ctx, { ...room.wanted, organizationId, badges, cohortIds: [cohortId], teacherIds: [] })
    expect(await listMyProgrammes(trainee.ctx)).toHaveLength(1)
  })

  test('say where one stands in five words, what comes first, and an exception without its reason', async () => {
    const { resourceId } = await addResource(room.designer.ctx, {
      organizationId: room.organizationId,
      achievementId: room.badgeIds[1]!,
      content: { kind: 'link', title: { fr: 'Cours' }, address: 'https://example.org' },
    })
    expect(await states()).toEqual(['to-discover', 'to-discover', 'to-discover'])
    await noteProgress(lina.ctx, { achievementId: room.badgeIds[1]!, resourceId, step: 'seen' })
    await judge('to-rework')
    expect(await states()).toEqual(['to-rework', 'training', 'to-discover'])
    const [period] = await readPeriods(platform.ctx, room.programmeId)
    await addException(room.issuer.ctx, { periodId: period!.periodId, personId: lina.personId, required: 1, reason: 'Arrivée en février' })
    const { data } = await callPage(platform.ctx, programmePage, { actor: lina.actor, params: which })
    expect(data.aim).toMatchObject({ kind: 'left', left: 1, required: 1 })
    expect(data.badges[2].first).toEqual(['Conversions'])
    expect(JSON.stringify(data)).not.toContain('février')
  })

  test('are closed to everybody else', async () => {
    const neighbour = await makeSchool(platform.ctx, 'Lycée voisin')
    for (const who of [room.pupil, room.issuer, room.owner, neighbour.pupil, neighbour.owner]) {
      expect((await callPage(platform.ctx, programmePage, { actor: who.actor, params: which })).status).toBe(404)
      expect((await open(who)).status).toBe(404)
      await expect(readMyStates(who.ctx, room.programmeId)).rejects.toMatchObject({ status: 404 })
    }
    expect((await open(lina, platform.ctx.newId())).status).toBe(404)
    expect((await callPage(platform.ctx, badgePage.loader, { params: which })).location).toContain('/sign-in')
  })
})

describe('the page of a badge', () => {
  test('asks, takes back, and says since when one waits', async () => {
    expect(await send({ intent: 'ready', achievementId: which.achievementId, selfAssessment: 'not-yet' })).toMatchObject({ status: 302, location: here() })
    expect((await open(lina)).data).toMatchObject({ state: 'ready', waiting: { selfAssessment: 'not-yet', isToday: true } })
    expect(await readMyStates(lina.ctx, room.programmeId)).toMatchObject({ states: { [which.achievementId]: 'ready' } })
    expect(await send({ intent: 'withdraw' })).toMatchObject({ location: `${here()}?done=withdrawn` })
    expect((await open(lina)).data).toMatchObject({ state: 'to-discover', waiting: null, canAsk: true })
  })

  test('says what comes first instead of the button', async () => {
    expect((await open(lina, room.badgeIds[2])).data).toMatchObject({ canAsk: false, first: [{ name: 'Conversions' }] })
  })

  test('shows the advice with what to redo, the latest first, and never a number', async () => {
    const place = { organizationId: room.organizationId, achievementId: which.achievementId }
    const { resourceId } = await addResource(room.designer.ctx, { ...place, content: { kind: 'link', title: { fr: 'Les unités' }, address: 'https://example.org' } })
    const { remarkId } = await addRemark(room.issuer.ctx, { ...place, text: 'Tu as oublié le carré de l’unité.', resourceId })
    await judge('to-rework', { advice: 'Presque.', judgedAt: new Date(platform.ctx.now().getTime() - 60_000) })
    await judge('to-rework', { remarkIds: [remarkId] })
    const { data } = await open(lina)
    expect(data.latest).toMatchObject({ verdict: 'to-rework', remarks: [{ text: 'Tu as oublié le carré de l’unité.', resource: { resourceId, title: 'Les unités' } }] })
    expect(data.before).toMatchObject([{ advice: 'Presque.' }])
    expect(Object.keys(data).join()).not.toMatch(/count|attempts|number/i)
  })

  test('a resource that is not for the pupil’s eyes is no button', async () => {
    const other = await makeSchool(platform.ctx, 'Lycée plus loin')
    const achievementId = await makeBadge(platform.ctx, other.organizationId, 'Ailleurs')
    const { resourceId } = await addResource(other.designer.ctx, {
      organizationId: other.organizationId,
      achievementId,
      content: { kind: 'link', title: { fr: 'À eux' }, address: 'https://example.org' },
    })
    const { attemptId } = await judge('to-rework')
    const { remarkId } = await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId: which.achievementId, text: 'Relis le cours.' })
    await platform.ctx.db
      .insertInto('attempt_remark')
      .values({ attempt_id: attemptId, remark_id: remarkId, position: 0, text: 'Relis le cours.', resource_id: resourceId })
      .execute()
    expect(await listResources(lina.ctx, achievementId)).toEqual([])
    expect((await open(lina)).data.latest.remarks).toEqual([{ text: 'Relis le cours.', resource: null }])
  })

  test('is a moment of joy when it is passed, with the badge of the passport; asked again, it says that it is there', async () => {
    const { credentialId } = await judge('passed')
    expect((await open(lina)).data).toMatchObject({ state: 'passed', credentialId, isFresh: true, canAsk: false })
    expect((await send({ intent: 'ready', achievementId: which.achievementId })).data.problem).toEqual({ code: 'already_passed' })
  })

  test('takes what waited on a phone, once', async () => {
    const key = platform.ctx.newId()
    await send({ intent: 'ready', achievementId: which.achievementId, key })
    await judge('to-rework')
    await send({ intent: 'ready', achievementId: which.achievementId, key })
    expect((await getMyBadge(lina.ctx, which)).badge.state).toBe('to-rework')
  })

  test('refuses what is none of the three answers, and loses nothing', async () => {
    const { data } = await send({ intent: 'ready', achievementId: which.achievementId, selfAssessment: 'perhaps' })
    expect(data).toMatchObject({ problem: { fields: { selfAssessment: 'self_assessment_invalid' } }, values: { selfAssessment: 'perhaps' } })
    expect((await send({ intent: 'nonsense' })).data.problem).toMatchObject({ code: 'invalid_input' })
  })

  test('is where one offers help, thanks for it and answers', async () => {
    const tom = await room.enrol('Tom')
    await judge('passed', { personId: tom.personId })
    expect(await send({ intent: 'offer' }, tom)).toMatchObject({ location: `${here()}?done=offered#help` })
    expect((await open(lina)).data.helping).toMatchObject({ helpers: [{ name: 'Tom' }], cohort: '2de 4' })
    expect(await send({ intent: 'helped', personId: tom.personId })).toMatchObject({ location: `${here()}?done=noted#help` })
    const [help] = (await open(tom)).data.helping.open
    expect(help).toMatchObject({ isAsked: true, isHelper: true })
    expect(await send({ intent: 'answer', helpId: help.helpId, answer: 'confirmed' }, tom)).toMatchObject({ location: `${here()}?done=confirmed#help` })
    expect(await send({ intent: 'stop' }, tom)).toMatchObject({ location: `${here()}?done=stopped#help` })
    expect((await send({ intent: 'helper', personId: '' }, tom)).data.problem.fields).toEqual({ personId: 'mate_required' })
  })
})
