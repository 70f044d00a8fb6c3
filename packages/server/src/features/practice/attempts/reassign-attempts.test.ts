import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { type Classroom, makeClassroom } from '../practice.fixture.ts'
import { addException } from '../programmes/exceptions.ts'
import { readPeriods } from '../programmes/get-programme.ts'
import { askReady } from './ask-ready.ts'
import { judgeAttempt } from './judge-attempt.ts'
import { readStandings } from './read-standings.ts'
import { reassignAttempts } from './reassign-attempts.ts'

let platform: TestApp
let room: Classroom
beforeAll(async () => {
  platform = await makeApp()
  room = await makeClassroom(platform.ctx)
})
afterAll(() => platform[Symbol.asyncDispose]())

test('what somebody who was entered twice tried is theirs, and two « prêt·e » for one badge are one', async () => {
  const [lina, double] = room.pupils as [Classroom['pupils'][0], Classroom['pupils'][0]]
  const { programmeId } = room
  const [first, second, third] = room.badgeIds as [string, string, string]
  for (const who of [lina, double]) await askReady(who.ctx, { programmeId, achievementId: second })
  await askReady(double.ctx, { programmeId, achievementId: first })
  await judgeAttempt(room.issuer.ctx, { programmeId, achievementId: third, personId: double.personId, verdict: 'to-rework', advice: 'Presque' })
  const [autumn, winter] = await readPeriods(platform.ctx, programmeId)
  for (const [personId, reason] of [
    [lina.personId, 'À garder'],
    [double.personId, 'À oublier'],
  ] as const)
    await addException(room.issuer.ctx, { periodId: autumn!.periodId, personId, required: 1, reason })
  await addException(room.issuer.ctx, { periodId: winter!.periodId, personId: double.personId, required: 1, reason: 'À emporter' })

  await expect(reassignAttempts(room.owner.ctx, { duplicateId: double.personId, personId: lina.personId })).rejects.toMatchObject({ code: 'not_allowed' })
  for (let times = 0; times < 2; times++) await reassignAttempts(platform.ctx, { duplicateId: double.personId, personId: lina.personId })

  const { people } = await readStandings(platform.ctx, programmeId, { personId: lina.personId })
  expect(people[0]!.cells.map(({ state }) => state)).toEqual(['ready', 'ready', 'to-rework'])
  const { db } = platform.ctx
  const attempts = await db.selectFrom('attempt').select(['person_id', 'achievement_id', 'withdrawn_at']).execute()
  expect(new Set(attempts.map(({ person_id }) => person_id))).toEqual(new Set([lina.personId]))
  expect(attempts.filter(({ withdrawn_at }) => withdrawn_at).map(({ achievement_id }) => achievement_id)).toEqual([second])
  expect((await db.selectFrom('programme_exception').selectAll().execute()).map(({ person_id, reason }) => [person_id, reason]).sort()).toEqual([
    [lina.personId, 'À emporter'],
    [lina.personId, 'À garder'],
  ])
})

test('a teacher who was entered twice teaches once, and their words stay theirs', async () => {
  const { programmeId, issuer, colleague } = room
  const noe = await room.enrol('Noé')
  await judgeAttempt(colleague.ctx, { programmeId, achievementId: room.badgeIds[0]!, personId: noe.personId, verdict: 'to-rework' })
  await reassignAttempts(platform.ctx, { duplicateId: colleague.personId, personId: issuer.personId })
  const { db } = platform.ctx
  expect(await db.selectFrom('programme_teacher').select('person_id').where('programme_id', '=', programmeId).execute()).toEqual([{ person_id: issuer.personId }])
  expect(await db.selectFrom('attempt').select('judged_by').where('person_id', '=', noe.personId).execute()).toEqual([{ judged_by: issuer.personId }])
})
