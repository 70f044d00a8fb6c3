import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, type Ctx } from '#ctx'
import { archiveAchievement } from '#features/achievements/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { confirmBatch, getBatch, getBatchProgress, issueCredentials, prepareBatch, resumeBatches, retryBatch, revokeCredential } from '../index.ts'
import { makeBadge, makePerson, makeSchool, staffCtx } from '../school.fixture.ts'

let platform: TestApp
let ctx: Ctx
let teacher: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  teacher = await staffCtx(ctx, school.organizationId)
})
beforeEach(() => platform.setNow(new Date('2026-11-23T09:00:00Z')))
afterAll(() => platform[Symbol.asyncDispose]())

type Rows = Parameters<typeof prepareBatch>[1]['rows']
async function prepare(rows: Rows, more: { versionId?: string; validUntil?: Date; idempotencyKey?: string } = {}) {
  const { versionId } = more.versionId ? { versionId: more.versionId } : await makeBadge(ctx, school.organizationId, 'Badge')
  return (await prepareBatch(teacher, { organizationId: school.organizationId, versionId, rows, ...more })).batchId
}
const states = async (batchId: string) => (await getBatch(teacher, batchId)).rows.map(({ state }) => state)
const codes = async (batchId: string) => (await getBatch(teacher, batchId)).rows.map(({ problems }) => problems.map(({ code }) => code).join())

test('a preview issues nothing, and tells what is wrong with each row', async () => {
  const batchId = await prepare([
    { name: 'Inès', email: 'ines@example.org', narrative: 'Bravo', line: 2 },
    { name: 'Léo', email: 'leo[at]example.org', line: 3 },
    { name: '', line: 4 },
    { name: 'Ana', evidenceUrl: 'javascript:alert(1)' },
    { name: 'Old', validUntil: new Date('2020-01-01') },
    { name: 'Inès bis', email: 'INES@example.org' },
    { name: 'Long', narrative: 'x'.repeat(2001) },
    { name: 'Told', problems: [{ code: 'garbled_text', severity: 'error', column: 'nom', value: 'DurÃ©' }] },
    { name: 'Paper', problems: [{ code: 'email_missing', severity: 'warning' }] },
  ])
  expect(await states(batchId)).toEqual(['pending', 'excluded', 'excluded', 'excluded', 'excluded', 'excluded', 'excluded', 'excluded', 'pending'])
  expect(await codes(batchId)).toEqual([
    '',
    'email_invalid',
    'recipient_missing',
    'evidence_invalid',
    'valid_until_past',
    'duplicate_row',
    'narrative_too_long',
    'garbled_text',
    'email_missing',
  ])
  expect((await getBatch(teacher, batchId)).rows[1]).toMatchObject({ line: 3, problems: [{ severity: 'error', value: 'leo[at]example.org' }] })
  expect(await ctx.db.selectFrom('credential').select('id').where('batch_id', '=', batchId).execute()).toEqual([])
})

test('one click issues what is ready, once, with who clicked', async () => {
  const rows = [{ name: 'Inès', email: 'ines@example.org' }, { name: 'Léo' }, { name: 'Léo' }, { email: 'bad' }]
  const batchId = await prepare(rows, { validUntil: new Date('2027-07-07T00:00:00Z') })
  await confirmBatch(teacher, batchId)
  await confirmBatch(teacher, batchId)
  expect((await getBatchProgress(teacher, batchId)).finishedAt).toBeNull()
  await platform.runJobs()
  const batch = await getBatch(teacher, batchId)
  expect(batch.counts).toEqual({ total: 4, pending: 0, issued: 3, 'already-held': 0, failed: 0, excluded: 1 })
  expect(batch.finishedAt).toEqual(ctx.now())
  const credentials = await ctx.db.selectFrom('credential').selectAll().where('batch_id', '=', batchId).execute()
  expect(credentials.map(({ id }) => id).sort()).toEqual(batch.rows.flatMap(({ credentialId }) => credentialId ?? []).sort())
  expect(credentials.every(({ valid_until, issued_by }) => valid_until?.getTime() === Date.UTC(2027, 6, 7) && issued_by === (teacher.actor as { personId: string }).personId)).toBe(
    true,
  )
})

test('who holds the badge already is said in the preview, and does not receive it twice', async () => {
  const { versionId } = await makeBadge(ctx, school.organizationId, 'Tenu')
  const [held] = await issueCredentials(teacher, { versionId, recipients: [{ name: 'Zoé', email: 'zoe@example.org' }] })
  const batchId = await prepare(
    [
      { name: 'Zoé', email: 'zoe@example.org' },
      { name: 'Noé', email: 'noe@example.org' },
    ],
    { versionId },
  )
  expect((await getBatch(teacher, batchId)).rows[0]).toMatchObject({ state: 'already-held', credentialId: held!.credentialId })
  // Somebody else gives it between the preview and the click.
  await issueCredentials(teacher, { versionId, recipients: [{ name: 'Noé', email: 'noe@example.org' }] })
  await confirmBatch(teacher, batchId)
  await platform.runJobs()
  expect(await states(batchId)).toEqual(['already-held', 'already-held'])
})

test('who lost the badge between the preview and the click receives it', async () => {
  const { versionId } = await makeBadge(ctx, school.organizationId, 'Perdu')
  const [held] = await issueCredentials(teacher, { versionId, recipients: [{ name: 'Zoé', email: 'zoe@example.org' }] })
  const batchId = await prepare([{ name: 'Zoé', email: 'zoe@example.org' }, { name: 'Noé' }], { versionId })
  await revokeCredential(teacher, { credentialId: held!.credentialId, reason: 'Erreur' })
  await confirmBatch(teacher, batchId)
  await platform.runJobs()
  expect(await states(batchId)).toEqual(['issued', 'issued'])
})

test('one bad row stops nobody else, says why, and can be tried again', async () => {
  const batchId = await prepare(Array.from({ length: 120 }, (_, i) => ({ name: `Élève ${i}`, email: `e${i}@example.org` })))
  await ctx.db.updateTable('issue_batch_row').set({ evidence_url: 'not an address' }).where('batch_id', '=', batchId).where('position', '=', 70).execute()
  await confirmBatch(teacher, batchId)
  await platform.runJobs()
  const { counts, rows } = await getBatch(teacher, batchId)
  expect(counts).toMatchObject({ issued: 119, failed: 1, pending: 0 })
  expect(rows[70]).toMatchObject({ state: 'failed', problems: [{ code: 'evidence_invalid', severity: 'error' }], credentialId: null })
  await ctx.db.updateTable('issue_batch_row').set({ evidence_url: null }).where('batch_id', '=', batchId).where('position', '=', 70).execute()
  await retryBatch(teacher, batchId)
  expect((await getBatchProgress(teacher, batchId)).finishedAt).toBeNull()
  await platform.runJobs()
  expect((await getBatchProgress(teacher, batchId)).counts).toMatchObject({ issued: 120, failed: 0 })
  await expect(retryBatch(teacher, batchId)).rejects.toMatchObject({ code: 'nothing_to_retry' })
})

test('a batch that is run twice at once is shared, not doubled', async () => {
  const batchId = await prepare(Array.from({ length: 130 }, (_, i) => ({ name: `Élève ${i}` })))
  await confirmBatch(teacher, batchId)
  await resumeBatches(ctx)
  await Promise.all([platform.runJobs(), platform.runJobs()])
  expect((await getBatchProgress(teacher, batchId)).counts).toMatchObject({ issued: 130 })
  expect(await ctx.db.selectFrom('credential').select('id').where('batch_id', '=', batchId).execute()).toHaveLength(130)
})

test('a badge that is archived before the click is given to nobody, and each row says so', async () => {
  const { versionId, achievementId } = await makeBadge(ctx, school.organizationId, 'Fini')
  const batchId = await prepare([{ name: 'A' }, { name: 'B' }], { versionId })
  await archiveAchievement(ctx, achievementId)
  await confirmBatch(teacher, batchId)
  await platform.runJobs()
  expect(await codes(batchId)).toEqual(['achievement_archived', 'achievement_archived'])
  await expect(prepare([{ name: 'C' }], { versionId })).rejects.toMatchObject({ code: 'achievement_archived' })
})

test('a list without a ready row, an empty one, one too long and a past expiry are refused', async () => {
  await expect(confirmBatch(teacher, await prepare([{ name: '' }]))).rejects.toMatchObject({ code: 'batch_empty' })
  await expect(prepare([])).rejects.toMatchObject({ code: 'batch_empty' })
  await expect(prepare(Array.from({ length: 10_001 }, () => ({ name: 'x' })))).rejects.toMatchObject({ code: 'batch_too_large' })
  await expect(prepare([{ name: 'x' }], { validUntil: new Date('2026-01-01') })).rejects.toMatchObject({ code: 'valid_until_past' })
})

test('only those who may issue prepare, confirm, read and retry a batch, in their own structure', async () => {
  const other = await makeSchool(ctx, 'Lycée Genevoix')
  const batchId = await prepare([{ name: 'A' }])
  const input = { organizationId: school.organizationId, versionId: school.versionId, rows: [{ name: 'A' }] }
  const verbs: Record<string, (by: Ctx) => Promise<unknown>> = {
    prepare: (by) => prepareBatch(by, input),
    read: (by) => getBatch(by, batchId),
    confirm: (by) => confirmBatch(by, batchId),
    retry: (by) => retryBatch(by, batchId),
  }
  const strangers = {
    designer: await staffCtx(ctx, school.organizationId, ['designer']),
    member: await staffCtx(ctx, school.organizationId, ['member']),
    ownerElsewhere: await staffCtx(ctx, other.organizationId, ['owner']),
  }
  for (const verb of Object.values(verbs)) {
    for (const by of Object.values(strangers)) await expect(verb(by)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(verb(as(ctx, { kind: 'anonymous' }))).rejects.toMatchObject({ code: 'not_signed_in' })
  }
  await expect(prepareBatch(await staffCtx(ctx, other.organizationId), { ...input, organizationId: other.organizationId })).rejects.toMatchObject({ code: 'not_found' })
  await expect(getBatch(teacher, ctx.newId())).rejects.toMatchObject({ code: 'not_found' })
  await expect(prepareBatch(teacher, { ...input, rows: [{ name: 'S', personId: await makePerson(ctx, { givenName: 'S' }) }] })).rejects.toMatchObject({ code: 'recipient_unknown' })
})
