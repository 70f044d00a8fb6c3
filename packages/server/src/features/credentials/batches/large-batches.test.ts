import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { confirmBatch, getBatchProgress, prepareBatch, resumeBatches } from '../index.ts'
import { makeBadge, makeSchool } from '../school.fixture.ts'
import { issueBatchJob } from './issue-batch.job.ts'
import { runBatch } from './run-batch.ts'

let platform: TestApp
let ctx: Ctx
let organizationId: string

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  organizationId = (await makeSchool(ctx)).organizationId
})
afterAll(() => platform[Symbol.asyncDispose]())

async function confirmedBatch(size: number): Promise<string> {
  const { versionId } = await makeBadge(ctx, organizationId, `Badge ${size}`)
  const rows = Array.from({ length: size }, (_, i) => ({ name: `Élève ${i}`, ...(i % 3 && { email: `eleve${i}@example.org` }) }))
  const { batchId } = await prepareBatch(ctx, { organizationId, versionId, rows })
  await confirmBatch(ctx, batchId)
  return batchId
}

/** Each row has its own credential, each credential its own status entry and its own announcement. */
async function expectNoneLostNoneDoubled(batchId: string, size: number) {
  const credentials = await ctx.db.selectFrom('credential').select(['id', 'status_list_id', 'status_index']).where('batch_id', '=', batchId).execute()
  const rows = await ctx.db.selectFrom('issue_batch_row').select(['state', 'credential_id']).where('batch_id', '=', batchId).execute()
  expect(rows.filter(({ state }) => state === 'issued')).toHaveLength(size)
  expect(credentials).toHaveLength(size)
  expect(new Set(rows.map(({ credential_id }) => credential_id))).toEqual(new Set(credentials.map(({ id }) => id)))
  expect(new Set(credentials.map((row) => `${row.status_list_id}#${row.status_index}`)).size).toBe(size)
  const told = await sql<{ queue: string; count: number }>`
    select name as queue, count(*) as count from job.job where data->>'credentialId' in (select id::text from credential where batch_id = ${batchId}) group by name`.execute(ctx.db)
  expect(told.rows.filter(({ count }) => count !== size)).toEqual([])
  const lists = await ctx.db.selectFrom('status_list').select('allocated_count').execute()
  const all = await ctx.db
    .selectFrom('credential')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(lists.reduce((sum, { allocated_count }) => sum + allocated_count, 0)).toBe(all.count)
}

test('2,000 badges are issued from one list, and the progress is told on the way', { timeout: 90_000 }, async () => {
  const batchId = await confirmedBatch(2000)
  const seen: number[] = []
  const running = runBatch(ctx, batchId)
  for (let isDone = false; !isDone; ) {
    isDone = await Promise.race([running.then(() => true), new Promise<false>((resolve) => setTimeout(resolve, 50, false))])
    seen.push((await getBatchProgress(ctx, batchId)).counts.issued)
  }
  expect(seen.at(-1)).toBe(2000)
  expect(seen.filter((count) => count > 0 && count < 2000).length).toBeGreaterThan(3)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  await expectNoneLostNoneDoubled(batchId, 2000)
})

test('a process killed at any point loses nothing and doubles nothing', { timeout: 180_000 }, async () => {
  const batchId = await confirmedBatch(3000)
  let kills = 0
  while (kills < 6 && (await getBatchProgress(ctx, batchId)).finishedAt === null) {
    const child = runInChild(batchId)
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    await new Promise((resolve) => setTimeout(resolve, randomInt(20, 350)))
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    kills++
  }
  expect(kills).toBeGreaterThan(2)
  await resumeBatches(ctx)
  const sent = await ctx.boss.fetch<{ batchId: string }>(issueBatchJob.name, { batchSize: 10 })
  expect(sent.map(({ data }) => data.batchId)).toContain(batchId)
  for (const { data } of sent) await runBatch(ctx, data.batchId)
  expect((await getBatchProgress(ctx, batchId)).finishedAt).not.toBeNull()
  await expectNoneLostNoneDoubled(batchId, 3000)
})

function runInChild(batchId: string) {
  const script = new URL('../../../../tests/support/run-batch-child.ts', import.meta.url).pathname
  const config = { ...ctx.config, secretKey: [...ctx.config.secretKey] }
  return spawn(process.execPath, [script, JSON.stringify({ batchId, config })], { stdio: ['ignore', 'pipe', 'inherit'] })
}
