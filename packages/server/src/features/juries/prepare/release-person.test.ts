import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { closeAccount } from '#features/accounts/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { type JurySchool, laySomeTable, makeJurySchool, meet } from '../juries.fixture.ts'
import { castVote } from '../meeting/cast-vote.ts'
import { decideDossier } from '../meeting/decide-dossier.ts'
import { markPresence } from '../meeting/run-meeting.ts'
import { closeJury } from '../minutes/close-jury.ts'

let platform: TestApp
let ctx: Ctx
let school: JurySchool
beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeJurySchool(ctx)
})
afterAll(() => platform[Symbol.asyncDispose]())

test('whoever closes their account leaves the table, and their seat unless they voted; what was decided stays, and the séance is closed as ever', async () => {
  const table = await laySomeTable(ctx, school)
  const at = { juryId: table.juryId }
  const write = (dossierId: string, decision: 'granted' | 'adjourned') => decideDossier(school.admin.ctx, table.juryId, { dossierId, decision, reason: '', revision: 0 })
  await meet(school, table.juryId)
  await markPresence(school.admin.ctx, { ...at, memberId: table.members.designer, isPresent: true })
  await castVote(school.designer.ctx, at, { dossierId: table.dossiers.driver, vote: 'yes' })
  await castVote(school.designer.ctx, at, { dossierId: table.dossiers.pupil, vote: 'yes' })
  await write(table.dossiers.pupil, 'granted')

  for (const gone of [table.adult, table.pupil, school.member, school.designer]) await closeAccount(gone.ctx)
  await platform.runJobs()

  const { dossiers, members } = await table.see(school.issuer.ctx)
  expect(dossiers.map(({ dossierId }) => dossierId)).toEqual([table.dossiers.pupil, table.dossiers.driver])
  expect(members.map(({ memberId }) => memberId).sort()).toEqual([table.members.admin, table.members.designer, table.guest.memberId].sort())
  await write(table.dossiers.driver, 'adjourned')
  await closeJury(school.issuer.ctx, table.juryId)
  await platform.runJobs()
  const refused = await ctx.db.selectFrom('jury_dossier').select(['id', 'refusal']).where('jury_id', '=', table.juryId).where('refusal', 'is not', null).execute()
  expect(refused.map(({ id }) => id)).toEqual([table.dossiers.pupil])
  expect(await ctx.db.selectFrom('credential').select('id').where('person_id', '=', table.pupil.personId).execute()).toEqual([])
})

test('a séance that is over keeps who sat and what was judged', async () => {
  const again = await makeJurySchool(ctx)
  const table = await laySomeTable(ctx, again)
  await meet(again, table.juryId)
  await markPresence(again.admin.ctx, { juryId: table.juryId, memberId: table.members.designer, isPresent: true })
  for (const dossierId of Object.values(table.dossiers)) await decideDossier(again.admin.ctx, table.juryId, { dossierId, decision: 'adjourned', reason: '', revision: 0 })
  await closeJury(again.issuer.ctx, table.juryId)
  for (const gone of [table.adult, again.member]) await closeAccount(gone.ctx)
  await platform.runJobs()
  const { dossiers, members } = await table.see(again.issuer.ctx)
  expect([dossiers.length, members.length]).toEqual([3, 4])
})
