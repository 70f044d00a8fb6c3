import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { addCohortMember, createCohort } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import type { Somebody } from '../../../../tests/support/make-school.ts'
import { askReady } from '../attempts/ask-ready.ts'
import { judgeAttempt } from '../attempts/judge-attempt.ts'
import { addRemark } from '../attempts/remarks.ts'
import { type Classroom, makeClassroom } from '../practice.fixture.ts'
import { updateProgramme } from '../programmes/create-programme.ts'
import { encourage } from './encourage.ts'
import { readGlance } from './read-glance.ts'
import { readGrid, readGridChanges } from './read-grid.ts'

/** Three weeks and a day before the autumn ends on 18 December, and exactly three weeks. */
const EARLY = new Date('2026-11-26T09:00:00Z')
const IN_TIME = new Date('2026-11-27T09:00:00Z')
const WEEK = 7 * 86_400_000

let platform: TestApp
let room: Classroom
let lina: Somebody
let noah: Somebody
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  platform.setNow(IN_TIME)
  room = await makeClassroom(platform.ctx)
  ;[lina, noah] = room.pupils as [Somebody, Somebody]
})

const of = (badge: number, who = lina) => ({ programmeId: room.programmeId, achievementId: room.badgeIds[badge]!, personId: who.personId })
const judge = (badge: number, verdict: 'passed' | 'to-rework', more: Partial<Parameters<typeof judgeAttempt>[1]> = {}, who = lina) =>
  judgeAttempt(room.issuer.ctx, { ...of(badge, who), verdict, ...more })
const rowOf = async (who: Somebody) => (await readGrid(room.issuer.ctx, room.programmeId)).rows.find(({ personId }) => personId === who.personId)!
const noticesOf = (who: Somebody) => platform.ctx.db.selectFrom('notice').selectAll().where('person_id', '=', who.personId).where('kind', '=', 'practice-nudged').execute()
const glance = (ctx: Ctx = room.issuer.ctx) => readGlance(ctx, room.programmeId)
const unbegun = async () => (await glance()).unbegun.map(({ givenName, mayNudge }) => `${givenName} ${mayNudge}`)

describe('the grid', () => {
  test('says in one letter where each pupil stands, with what waits, and how far the period is', async () => {
    const { attemptId } = await askReady(lina.ctx, of(1))
    await judge(0, 'passed')
    await judge(2, 'to-rework')
    expect(await rowOf(lina)).toMatchObject({ cells: 'vrw', waiting: { 1: attemptId }, period: { done: 1, required: 2, ownEnd: null }, hasBegun: true })
    expect(await rowOf(noah)).toMatchObject({ cells: '...', period: { done: 0, required: 2 }, hasBegun: false })
  })

  test('tells what colleagues said since, and nothing else', async () => {
    const { readAt } = await readGrid(room.issuer.ctx, room.programmeId)
    const since = (moment: string) => readGridChanges(room.issuer.ctx, room.programmeId, new Date(moment))
    expect((await since(readAt)).rows).toEqual([])
    platform.setNow(new Date(IN_TIME.getTime() + 60_000))
    await judgeAttempt(room.colleague.ctx, { ...of(0), verdict: 'passed' })
    const changes = await since(readAt)
    expect(changes.rows).toMatchObject([{ personId: lina.personId, cells: 'v..' }])
    platform.setNow(new Date(IN_TIME.getTime() + 120_000))
    expect((await since(new Date(IN_TIME.getTime() + 120_000).toISOString())).rows).toEqual([])
  })

  test('is for those who teach there', async () => {
    for (const who of [lina, room.member, room.designer])
      for (const read of [readGrid, readGlance]) await expect(read(who.ctx, room.programmeId)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a nudge', () => {
  test('waits for the last three weeks', async () => {
    platform.setNow(EARLY)
    expect(await unbegun()).toEqual([])
    await expect(encourage(room.issuer.ctx, { programmeId: room.programmeId })).rejects.toMatchObject({ code: 'nobody_to_nudge' })
    platform.setNow(IN_TIME)
    expect(await unbegun()).toEqual(['Lina true', 'Noé true'])
  })

  test('reaches all who have not begun in one action, warmly, with what is left', async () => {
    await judge(0, 'to-rework')
    expect(await encourage(room.issuer.ctx, { programmeId: room.programmeId })).toEqual({ count: 1 })
    await platform.runJobs()
    expect(await noticesOf(lina)).toEqual([])
    expect(await noticesOf(noah)).toMatchObject([
      { path: '/me/practice', words: { programme: 'Physique-chimie en seconde', left: { fr: 'trois semaines', en: 'three weeks' }, until: { fr: '18 décembre' } } },
    ])
  })

  test('comes once a week at most, whoever presses, and however many at once', async () => {
    const press = ({ ctx }: Somebody) =>
      encourage(ctx, { programmeId: room.programmeId }).then(
        ({ count }) => count,
        (problem) => problem.code,
      )
    const counts = await Promise.all([room.issuer, room.colleague, room.owner].map(press))
    expect(counts.sort()).toEqual([2, 'nobody_to_nudge', 'nobody_to_nudge'])
    expect(await unbegun()).toEqual(['Lina false', 'Noé false'])
    platform.setNow(new Date(IN_TIME.getTime() + WEEK))
    expect(await encourage(room.colleague.ctx, { programmeId: room.programmeId, personIds: [noah.personId] })).toEqual({ count: 1 })
    await platform.runJobs()
    expect(await noticesOf(noah)).toHaveLength(2)
    expect(await noticesOf(lina)).toHaveLength(1)
  })

  test('honours who was given more time, and who has nothing to do', async () => {
    const { periodId } = (await glance()).period!
    const excepted = { period_id: periodId, created_at: IN_TIME, reason: 'Arrivée en novembre' }
    await platform.ctx.db
      .insertInto('programme_exception')
      .values([
        { ...excepted, person_id: lina.personId, ends_on: '2027-01-03' },
        { ...excepted, person_id: noah.personId, required: 0 },
      ])
      .execute()
    expect(await unbegun()).toEqual([])
    expect(await rowOf(lina)).toMatchObject({ period: { ownEnd: '2027-01-03' } })
    platform.setNow(new Date('2026-12-20T09:00:00Z'))
    expect(await unbegun()).toEqual(['Lina true'])
    await encourage(room.issuer.ctx, { programmeId: room.programmeId })
    await platform.runJobs()
    expect(await noticesOf(lina)).toMatchObject([{ words: { until: { fr: '3 janvier' } } }])
  })

  test('is for those who teach there, and not for strangers to the class', async () => {
    for (const who of [lina, room.member]) await expect(encourage(who.ctx, { programmeId: room.programmeId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(encourage(room.issuer.ctx, { programmeId: room.programmeId, personIds: [room.pupil.personId] })).rejects.toMatchObject({ code: 'nobody_to_nudge' })
  })
})

describe('the class at a glance', () => {
  test('says which advice comes back, for how many pupils, and what nobody has begun', async () => {
    const { remarkId } = await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId: of(0).achievementId, text: 'Tu as oublié le carré de l’unité.' })
    const { remarkId: once } = await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId: of(0).achievementId, text: 'Relis la question.' })
    await judge(0, 'to-rework', { remarkIds: [remarkId, once] })
    await judge(0, 'to-rework', { remarkIds: [remarkId] })
    await judge(0, 'to-rework', { remarkIds: [remarkId] }, noah)
    expect(await glance()).toMatchObject({
      recurring: [{ text: 'Tu as oublié le carré de l’unité.', times: 3, pupils: 2, resource: null }],
      untouchedIds: [room.badgeIds[1], room.badgeIds[2]],
    })
    platform.setNow(new Date(IN_TIME.getTime() + 4 * WEEK + 1))
    expect((await glance()).recurring).toEqual([])
  })

  test('shows who waits, the longest first, and the days that are left', async () => {
    await askReady(noah.ctx, of(0, noah))
    platform.setNow(new Date(IN_TIME.getTime() + 60_000))
    await askReady(lina.ctx, of(1))
    const { waiting, period } = await glance()
    expect(waiting.map(({ givenName }) => givenName)).toEqual(['Noé', 'Lina'])
    expect(period).toMatchObject({ name: '1er trimestre', daysLeft: 21, encouragedFromDay: '2026-11-27' })
  })

  test('has no period once the last one is over, and works with a group of several classes', async () => {
    const { cohortId } = await createCohort(platform.ctx, { organizationId: room.organizationId, name: 'AP', kind: 'group', schoolYear: '2026-2027' })
    await addCohortMember(platform.ctx, { cohortId, personId: lina.personId })
    await updateProgramme(room.issuer.ctx, { ...room.wanted, programmeId: room.programmeId, cohortIds: [room.cohortId, cohortId], teacherIds: [room.issuer.personId] })
    const { cohorts, rows } = await readGrid(room.issuer.ctx, room.programmeId)
    expect(cohorts).toEqual(['2de 4', 'AP'])
    expect(rows.map((row) => row.cohorts.length)).toEqual([2, 1])
    platform.setNow(new Date('2027-07-01T09:00:00Z'))
    expect(await glance()).toMatchObject({ period: null, unbegun: [] })
  })
})
