// A badge that one structure defined and another gives.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { adoptAchievement, endAdoption, listPublished, publishVersion, shareWithNetwork, startNewVersion } from '#features/achievements/index.ts'
import { createOrganization } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { confirmBatch, getBatch, issueCredentials, prepareBatch } from './index.ts'
import { METALS, makeBadge, makeSchool, readDocument, staffCtx } from './school.fixture.ts'

let platform: TestApp
let ctx: Ctx
let author: Awaited<ReturnType<typeof makeSchool>>
let adopter: { organizationId: string }
let designer: Ctx
let teacher: Ctx
let badge: Awaited<ReturnType<typeof makeBadge>>

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  author = await makeSchool(ctx)
  adopter = await createOrganization(ctx, { name: 'École François Rabelais', type: 'primary-school' })
  designer = await staffCtx(ctx, adopter.organizationId, ['designer'])
  teacher = await staffCtx(ctx, adopter.organizationId, ['issuer'])
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  badge = await makeBadge(ctx, author.organizationId, 'Éco-citoyen', METALS)
})

const here = () => ({ organizationId: adopter.organizationId, achievementId: badge.achievementId })
const adopt = async () => {
  await shareWithNetwork(ctx, { achievementId: badge.achievementId, isShared: true })
  return adoptAchievement(designer, { ...here(), localNote: 'Chez nous : le jardin.' })
}
const give = async (by = teacher, levelId = 'bronze') =>
  (await issueCredentials(by, { versionId: badge.versionId, organizationId: adopter.organizationId, recipients: [{ name: 'Lina', email: 'lina@example.org', levelId }] }))[0]!

test('is signed by who gives it and says who wrote it', async () => {
  await adopt()
  const document = await readDocument(ctx, (await give()).credentialId)
  expect(document).toMatchObject({
    issuer: { name: 'École François Rabelais' },
    credentialSubject: { achievement: { id: expect.stringContaining(badge.achievementId), creator: { name: 'Collège Maurice Bedel', type: ['Profile'] } } },
  })
  expect(JSON.stringify(document)).not.toContain('jardin')
})

test('is given by its author and by who adopted it, by nobody else, and each in their own name only', async () => {
  await expect(give()).rejects.toMatchObject({ code: 'badge_not_given', status: 409 })
  await adopt()
  await give()
  await expect(issueCredentials(teacher, { versionId: badge.versionId, recipients: [{ name: 'Lina', levelId: 'bronze' }] })).rejects.toMatchObject({
    code: 'not_allowed',
    status: 403,
  })
  const neighbour = await staffCtx(ctx, author.organizationId)
  await expect(give(neighbour)).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
  const own = await issueCredentials(neighbour, { versionId: badge.versionId, recipients: [{ name: 'Lina', email: 'lina@example.org', levelId: 'bronze' }] })
  expect(own[0]!.isNew).toBe(true)
})

test('is adopted only when it is shared, by a designer, once, and never by its author', async () => {
  await expect(adoptAchievement(designer, here())).rejects.toMatchObject({ code: 'not_shared', status: 409 })
  await shareWithNetwork(ctx, { achievementId: badge.achievementId, isShared: true })
  await expect(adoptAchievement(teacher, here())).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
  await expect(adoptAchievement(ctx, { ...here(), organizationId: author.organizationId })).rejects.toMatchObject({ code: 'own_badge', status: 409 })
  await expect(shareWithNetwork(designer, { achievementId: badge.achievementId, isShared: false })).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
  const both = await Promise.all([adoptAchievement(designer, here()), adoptAchievement(designer, here())])
  expect(both[0]).toEqual(both[1])
})

test('keeps the version that was adopted until the structure takes the next', async () => {
  await adopt()
  await startNewVersion(ctx, badge.achievementId)
  await publishVersion(ctx, badge.achievementId)
  const find = async (organizationId: string) => (await listPublished(ctx, organizationId)).find(({ achievementId }) => achievementId === badge.achievementId)
  expect(await find(adopter.organizationId)).toMatchObject({ number: 1, adopted: { authorName: 'Collège Maurice Bedel', localNote: 'Chez nous : le jardin.' } })
  expect(await find(author.organizationId)).toMatchObject({ number: 2, adopted: null })
})

test('is given no more once the adoption has ended; what was given stays, and the structure may come back', async () => {
  await adopt()
  const { credentialId } = await give()
  await endAdoption(designer, here())
  await expect(give(teacher, 'argent')).rejects.toMatchObject({ code: 'badge_not_given' })
  await expect(endAdoption(designer, here())).rejects.toMatchObject({ code: 'not_adopted', status: 409 })
  expect((await ctx.db.selectFrom('credential').select('revoked_at').where('id', '=', credentialId).executeTakeFirstOrThrow()).revoked_at).toBeNull()
  await adopt()
  expect((await give(teacher, 'argent')).isNew).toBe(true)
  const log = await ctx.db.selectFrom('audit_entry').select('act').where('organization_id', '=', adopter.organizationId).orderBy('position').execute()
  expect(log.slice(-3).map(({ act }) => act)).toEqual(['achievement.adopted', 'achievement.adoption-ended', 'achievement.adopted'])
})

test('stays with who adopted it when its author stops sharing', async () => {
  await adopt()
  await shareWithNetwork(ctx, { achievementId: badge.achievementId, isShared: false })
  expect((await give()).isNew).toBe(true)
})

test('is given to a list in the name of who adopted it', async () => {
  await adopt()
  const { batchId } = await prepareBatch(teacher, {
    organizationId: adopter.organizationId,
    versionId: badge.versionId,
    level: 'bronze',
    rows: [{ name: 'Ada', email: 'ada@example.org' }],
  })
  await confirmBatch(teacher, batchId)
  await platform.runJobs()
  const batch = await getBatch(teacher, batchId)
  expect(batch.counts).toMatchObject({ issued: 1, total: 1 })
  const row = await ctx.db.selectFrom('credential').select(['organization_id', 'level_id']).where('id', '=', batch.rows[0]!.credentialId!).executeTakeFirstOrThrow()
  expect(row).toEqual({ organization_id: adopter.organizationId, level_id: 'bronze' })
})
