import { afterAll, beforeAll, expect, test } from 'vitest'
import { addRemark, judgeAttempt } from '#features/practice/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { type Classroom, makeClassroom } from '../../practice/practice.fixture.ts'
import { listNotices } from './list-notices.ts'
import { tellOfVerdict } from './tell-of-attempts.ts'

let app: TestApp
let room: Classroom
beforeAll(async () => {
  app = await makeApp()
  room = await makeClassroom(app.ctx)
  await app.runJobs()
})
afterAll(() => app[Symbol.asyncDispose]())

test('a pupil is told what the teacher said, once, with a way to the badge; « validé » is one piece of news', async () => {
  const [lina, noe] = room.pupils
  const which = { programmeId: room.programmeId, achievementId: room.badgeIds[0]! }
  const { remarkId } = await addRemark(room.issuer.ctx, { organizationId: room.organizationId, achievementId: which.achievementId, text: 'Pense à l’unité.' })
  const { attemptId } = await judgeAttempt(room.colleague.ctx, { ...which, personId: lina!.personId, verdict: 'to-rework', remarkIds: [remarkId], advice: 'Presque !' })
  await judgeAttempt(room.colleague.ctx, { ...which, personId: noe!.personId, verdict: 'passed' })
  await app.runJobs()
  await tellOfVerdict(app.ctx, { attemptId })
  const path = `/me/practice/${which.programmeId}/${which.achievementId}`
  expect(await listNotices(lina!.ctx)).toMatchObject([
    { kind: 'attempt-advised', words: { teacher: 'Nadia Essai', badge: 'Conversions', advice: 'Pense à l’unité.' }, path, isNew: true },
  ])
  const told = await listNotices(noe!.ctx)
  expect(told.map(({ kind }) => kind)).toEqual(['attempt-passed'])
  await judgeAttempt(room.issuer.ctx, { ...which, achievementId: room.badgeIds[1]!, personId: lina!.personId, verdict: 'to-rework' })
  await app.runJobs()
  expect((await listNotices(lina!.ctx)).map(({ kind }) => kind).sort()).toEqual(['attempt-advised', 'attempt-to-rework'])
})
