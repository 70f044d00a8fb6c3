import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addResource } from '#features/achievements/index.ts'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import type { Somebody } from '../../../../tests/support/make-school.ts'
import { action, loader } from '../lesson/pages/remarks.server.ts'
import { type Classroom, makeBadge, makeClassroom } from '../practice.fixture.ts'
import { bringRemarkBack, putRemarkAway, raiseRemark, rewordRemark } from './arrange-remarks.ts'
import { judgeAttempt } from './judge-attempt.ts'
import { addRemark, listRemarks } from './remarks.ts'

let platform: TestApp
let room: Classroom
let bank: { organizationId: string; achievementId: string }
beforeAll(async () => {
  platform = await makeApp()
  room = await makeClassroom(platform.ctx)
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  bank = { organizationId: room.organizationId, achievementId: await makeBadge(platform.ctx, room.organizationId, 'Conversions') }
})

const add = (text: string, more: { resourceId?: string } = {}) => addRemark(room.issuer.ctx, { ...bank, text, ...more }).then(({ remarkId }) => remarkId)
const texts = async (isAway = false) =>
  (await listRemarks(room.colleague.ctx, { organizationId: bank.organizationId, achievementIds: [bank.achievementId], isAway })).map(({ text }) => text)

test('a remark is moved, reworded, put away and brought back by any teacher of the structure', async () => {
  await add('Pense à l’unité.')
  const remarkId = await add('Relis la question.')
  const which = { ...bank, remarkId }
  await raiseRemark(room.colleague.ctx, which)
  await raiseRemark(room.colleague.ctx, which)
  expect(await texts()).toEqual(['Relis la question.', 'Pense à l’unité.'])
  await rewordRemark(room.colleague.ctx, { ...which, text: 'Relis bien la question.' })
  await putRemarkAway(room.issuer.ctx, which)
  await putRemarkAway(room.issuer.ctx, which)
  expect([await texts(), await texts(true)]).toEqual([['Pense à l’unité.'], ['Relis bien la question.']])
  await bringRemarkBack(room.issuer.ctx, which)
  expect(await texts()).toEqual(['Pense à l’unité.', 'Relis bien la question.'])
})

test('written by two teachers at once in the same words, it is one', async () => {
  const [one, two] = await Promise.all([room.issuer, room.colleague].map(({ ctx }) => addRemark(ctx, { ...bank, text: 'Pense à l’unité.' })))
  expect(one).toEqual(two)
})

test('a remark leads to a resource of its badge, and of no other', async () => {
  const link = (achievementId: string) =>
    addResource(room.owner.ctx, { organizationId: bank.organizationId, achievementId, content: { kind: 'link', title: { fr: 'Vidéo' }, address: 'https://example.org/v' } })
  const { resourceId } = await link(bank.achievementId)
  const { resourceId: elsewhere } = await link(room.badgeIds[0]!)
  const remarkId = await add('Revois la vidéo.', { resourceId })
  await expect(add('Revois autre chose.', { resourceId: elsewhere })).rejects.toMatchObject({ code: 'resource_unknown' })
  await expect(rewordRemark(room.issuer.ctx, { ...bank, remarkId, text: 'Revois.', resourceId: elsewhere })).rejects.toMatchObject({ code: 'resource_unknown' })
})

test('is arranged by those who may issue here, in the bank of a badge that is given here', async () => {
  const remarkId = await add('Pense à l’unité.')
  const acts = [raiseRemark, putRemarkAway, bringRemarkBack]
  for (const who of [room.designer, room.member, room.pupil, room.pupils[0]!])
    for (const act of acts) await expect(act(who.ctx, { ...bank, remarkId })).rejects.toMatchObject({ code: 'not_allowed' })
  const other = await makeClassroom(platform.ctx)
  // The remark of one structure named in the bank of another.
  await expect(raiseRemark(other.issuer.ctx, { organizationId: other.organizationId, achievementId: other.badgeIds[0]!, remarkId })).rejects.toMatchObject({
    code: 'remark_unknown',
  })
  await putRemarkAway(other.issuer.ctx, { organizationId: other.organizationId, achievementId: other.badgeIds[0]!, remarkId })
  await expect(addRemark(other.issuer.ctx, { organizationId: other.organizationId, achievementId: bank.achievementId, text: 'Ailleurs.' })).rejects.toMatchObject({
    code: 'badge_unknown',
  })
  expect(await texts()).toEqual(['Pense à l’unité.'])
})

test('what was put away while a phone was offline may still be what was said', async () => {
  const remarkId = await addRemark(room.issuer.ctx, { ...bank, achievementId: room.badgeIds[0]!, text: 'Le carré aussi.' }).then((added) => added.remarkId)
  await putRemarkAway(room.issuer.ctx, { ...bank, achievementId: room.badgeIds[0]!, remarkId })
  const { personId } = room.pupils[0]!
  await judgeAttempt(room.issuer.ctx, { programmeId: room.programmeId, achievementId: room.badgeIds[0]!, personId, verdict: 'to-rework', remarkIds: [remarkId] })
  expect(await platform.ctx.db.selectFrom('attempt_remark').select('text').execute()).toContainEqual({ text: 'Le carré aussi.' })
})

test('the page adds by a plain form, says what is missing beside what was typed, and shows what each badge has', async () => {
  const params = { slug: room.slug, programmeId: room.programmeId }
  const achievementId = room.badgeIds[1]!
  const send = (who: Somebody, form: Record<string, string>) => callPage(platform.ctx, action, { actor: who.actor, params, form: { achievementId, ...form } })
  const refused = await send(room.colleague, { intent: 'add', text: 'x' })
  expect(refused.data).toMatchObject({ problem: { code: 'invalid_input', fields: { text: 'remark_required' } }, values: { text: 'x', achievementId } })
  expect((await send(room.colleague, { intent: 'add', text: 'Pense à l’unité.' })).location).toContain(`?badge=${achievementId}&done=added`)
  const { badges } = (await callPage(platform.ctx, loader, { actor: room.issuer.actor, params })).data
  expect(badges[1]).toMatchObject({ achievementId, remarks: [{ text: 'Pense à l’unité.' }], away: [] })
  expect((await send(room.pupils[0]!, { intent: 'add', text: 'Pense à tout.' })).status).toBe(403)
})
