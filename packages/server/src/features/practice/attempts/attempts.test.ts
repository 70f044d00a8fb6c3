import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { revokeCredential } from '#features/credentials/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makePerson, type Somebody } from '../../../../tests/support/make-school.ts'
import { type Classroom, makeClassroom } from '../practice.fixture.ts'
import { askReady, withdrawReady } from './ask-ready.ts'
import { judgeAttempt } from './judge-attempt.ts'
import { readStandings } from './read-standings.ts'
import { addRemark } from './remarks.ts'

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

const standing = async (who = lina) => (await readStandings(platform.ctx, room.programmeId, { personId: who.personId })).people[0]!
const cells = async (who = lina) => (await standing(who)).cells.map(({ state }) => state)
const attempts = () => platform.ctx.db.selectFrom('attempt').selectAll().where('person_id', '=', lina.personId).orderBy('judged_at').execute()
const credentials = () => platform.ctx.db.selectFrom('credential').selectAll().where('person_id', '=', lina.personId).execute()
const judge = (who: Somebody, verdict: 'passed' | 'to-rework', more: Partial<Parameters<typeof judgeAttempt>[1]> = {}) =>
  judgeAttempt(who.ctx, { ...which, personId: lina.personId, verdict, ...more })

describe('« Je suis prêt·e »', () => {
  test('pressed twice is one attempt, with the last word about oneself', async () => {
    const first = await askReady(lina.ctx, { ...which, selfAssessment: 'almost' })
    expect(await askReady(lina.ctx, { ...which, selfAssessment: 'yes' })).toEqual(first)
    expect(await attempts()).toMatchObject([{ self_assessment: 'yes' }])
    expect(await cells()).toEqual(['ready', 'none', 'none'])
  })

  test('pressed at once on two devices is one attempt', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => askReady(lina.ctx, which)))
    expect(new Set(answers.map(({ attemptId }) => attemptId)).size).toBe(1)
  })

  test('sent again by a phone whose line came back is the same attempt, even after the verdict', async () => {
    const key = platform.ctx.newId()
    const ready = () => askReady(lina.ctx, { ...which, key })
    expect(await Promise.all([ready(), ready()])).toEqual([{ attemptId: key }, { attemptId: key }])
    await judge(room.issuer, 'to-rework')
    await ready()
    expect(await cells()).toEqual(['to-rework', 'none', 'none'])
    const noe = await room.enrol('Noé')
    expect((await askReady(noe.ctx, { ...which, key })).attemptId).not.toBe(key)
  })

  test('taken back leaves nothing', async () => {
    await askReady(lina.ctx, which)
    await withdrawReady(lina.ctx, which)
    expect(await cells()).toEqual(['none', 'none', 'none'])
    await expect(withdrawReady(lina.ctx, which)).rejects.toMatchObject({ code: 'nothing_to_withdraw' })
  })

  test('waits for the badge that comes first, and says its name', async () => {
    const last = { ...which, achievementId: room.badgeIds[2]! }
    await expect(askReady(lina.ctx, last)).rejects.toMatchObject({ code: 'prerequisite_first', detail: { badges: [{ fr: 'Conversions' }] } })
    await judge(room.issuer, 'passed')
    await askReady(lina.ctx, last)
    expect(await cells()).toEqual(['passed', 'none', 'ready'])
  })

  test('is for those in the class, and for badges of the programme', async () => {
    const stranger = await makePerson(platform.ctx, 'Ailleurs')
    for (const who of [stranger, room.issuer, room.pupil]) await expect(askReady(who.ctx, which)).rejects.toMatchObject({ status: 404 })
    await expect(askReady(lina.ctx, { ...which, achievementId: platform.ctx.newId() })).rejects.toMatchObject({ code: 'badge_unknown' })
  })
})

describe('a verdict', () => {
  test('« validé » issues the badge in the same transaction, and counts for the period', async () => {
    await askReady(lina.ctx, which)
    const { credentialId } = await judge(room.issuer, 'passed')
    expect(await credentials()).toMatchObject([{ id: credentialId, achievement_id: which.achievementId, organization_id: room.organizationId }])
    expect((await standing()).periods.filter(({ done }) => done > 0)).toHaveLength(1)
    await expect(askReady(lina.ctx, which)).rejects.toMatchObject({ code: 'already_passed' })
  })

  test('that cannot issue leaves the attempt waiting', async () => {
    await askReady(lina.ctx, which)
    await expect(judge(room.issuer, 'passed', { levelId: 'or' })).resolves.toBeDefined()
    await askReady(lina.ctx, { ...which, achievementId: room.badgeIds[1]! })
    const remarkIds = [platform.ctx.newId()]
    await expect(judge(room.issuer, 'passed', { achievementId: room.badgeIds[1]!, remarkIds })).rejects.toMatchObject({ code: 'remark_unknown' })
    expect(await cells()).toEqual(['passed', 'ready', 'none'])
    expect(await credentials()).toHaveLength(1)
  })

  test('« à retravailler » keeps the words of that day, whatever becomes of the bank; the pupil may try again', async () => {
    const { organizationId } = room
    const { remarkId } = await addRemark(room.issuer.ctx, { organizationId, achievementId: which.achievementId, text: 'Tu as oublié le carré de l’unité.' })
    await askReady(lina.ctx, which)
    const { attemptId } = await judge(room.colleague, 'to-rework', { remarkIds: [remarkId], advice: 'Presque !' })
    await platform.ctx.db.updateTable('remark').set({ text: 'Autre chose' }).where('id', '=', remarkId).execute()
    expect(await platform.ctx.db.selectFrom('attempt_remark').select('text').where('attempt_id', '=', attemptId).execute()).toEqual([{ text: 'Tu as oublié le carré de l’unité.' }])
    expect(await cells()).toEqual(['to-rework', 'none', 'none'])
    await askReady(lina.ctx, which)
    expect(await cells()).toEqual(['ready', 'none', 'none'])
  })

  test('sent twice by a line that came back is one', async () => {
    const { attemptId } = await askReady(lina.ctx, which)
    const key = platform.ctx.newId()
    const answers = await Promise.all([1, 2, 3].map(() => judge(room.issuer, 'passed', { attemptId, key })))
    expect(new Set(answers.map((answer) => answer.credentialId)).size).toBe(1)
    expect(await credentials()).toHaveLength(1)
  })

  test('of two teachers at once: the first one stands, the second one is told whose', async () => {
    const { attemptId } = await askReady(lina.ctx, which)
    await judge(room.colleague, 'to-rework', { attemptId })
    await expect(judge(room.issuer, 'passed', { attemptId })).rejects.toMatchObject({ code: 'judged_meanwhile', detail: { verdict: 'to-rework', teacher: 'Nadia Essai' } })
    expect(await credentials()).toEqual([])
    // Without what was on the screen it is a new word, at the desk.
    await judge(room.issuer, 'passed')
    expect(await attempts()).toHaveLength(2)
  })

  test('of two teachers at the desk at once gives one badge', async () => {
    const answers = await Promise.allSettled([judge(room.issuer, 'passed'), judge(room.colleague, 'passed')])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await credentials()).toHaveLength(1)
  })

  test('keeps the hour of the classroom when the line was down, within reason', async () => {
    const now = platform.ctx.now().getTime()
    const at = (delay: number) => new Date(now - delay)
    await judge(room.issuer, 'to-rework', { judgedAt: at(40 * 60_000) })
    await judge(room.issuer, 'to-rework', { judgedAt: at(90 * 24 * 3600_000) })
    await judge(room.issuer, 'to-rework', { judgedAt: at(-3600_000) })
    const [first, old, future] = await attempts()
    expect(first!.judged_at).toEqual(at(40 * 60_000))
    for (const { judged_at } of [old!, future!]) expect(Math.abs(judged_at!.getTime() - now)).toBeLessThan(60_000)
  })

  test('is for those who teach in the programme, and the heads of the structure', async () => {
    const other = await makePerson(platform.ctx, 'Autre')
    for (const who of [other, lina, room.designer, room.member]) await expect(judge(who, 'passed')).rejects.toMatchObject({ status: 404 })
    await judge(room.owner, 'passed')
    expect(await cells()).toEqual(['passed', 'none', 'none'])
  })

  test('is not about somebody who is not in the class', async () => {
    await expect(judge(room.issuer, 'passed', { personId: room.pupil.personId })).rejects.toMatchObject({ code: 'not_taking_part' })
  })
})

test('a badge that was taken back is no longer passed', async () => {
  const { credentialId } = await judge(room.issuer, 'passed')
  await revokeCredential(room.issuer.ctx, { credentialId: credentialId!, reason: 'Donné par erreur' })
  expect(await cells()).toEqual(['none', 'none', 'none'])
  await judge(room.issuer, 'passed')
  expect(await cells()).toEqual(['passed', 'none', 'none'])
})
