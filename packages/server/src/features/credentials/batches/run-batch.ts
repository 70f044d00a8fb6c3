import { OpenBadgesError } from '@boat/openbadges'
import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { asSystem, type Ctx, transaction } from '#ctx'
import type { DB } from '#db/schema.ts'
import { Refusal } from '#kit/errors.ts'
import type { RowProblem } from '../credentials.schema.ts'
import { issueCredentials } from '../issue-credentials.ts'
import { problemsOf } from './check-row.ts'
import { isTransient } from './is-transient.ts'

type Row = Selectable<DB['issue_batch_row']>
type Confirmed = { id: string; organizationId: string; versionId: string }

/** Small enough that a page sees progress, large enough that most of the time is spent signing. */
const CHUNK = 50

/**
 * Issues what is pending, a chunk a transaction: a row's credential and its state exist together or not at all.
 * Killed at any point, it goes on from there; run twice at once, the two share the rows.
 */
export async function runBatch(base: Ctx, batchId: string): Promise<void> {
  const ctx = asSystem(base)
  const batch = await ctx.db
    .selectFrom('issue_batch')
    .select(['id', 'organization_id as organizationId', 'achievement_version_id as versionId'])
    .where('id', '=', batchId)
    .where('confirmed_at', 'is not', null)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  if (!batch) return
  while ((await issueChunk(ctx, batch)) > 0);
  await finish(ctx, batch)
}

async function issueChunk(ctx: Ctx, batch: Confirmed): Promise<number> {
  try {
    return await issueRows(ctx, batch, (query) => query.orderBy('position').limit(CHUNK))
  } catch (error) {
    if (isTransient(error)) throw error
    return issueOneByOne(ctx, batch)
  }
}

/** One row of the chunk is bad: the others do not wait for it. */
async function issueOneByOne(ctx: Ctx, batch: Confirmed): Promise<number> {
  const rows = await pendingRows(ctx, batch).select('position').orderBy('position').limit(CHUNK).execute()
  for (const { position } of rows) {
    try {
      await issueRows(ctx, batch, (query) => query.where('position', '=', position))
    } catch (error) {
      if (isTransient(error)) throw error
      await markFailed(ctx, batch, position, error)
    }
  }
  return rows.length
}

const pendingRows = (ctx: Ctx, batch: Confirmed) => ctx.db.selectFrom('issue_batch_row').where('batch_id', '=', batch.id).where('state', '=', 'pending')

const issueRows = (ctx: Ctx, batch: Confirmed, which: (query: ReturnType<typeof pendingRows>) => ReturnType<typeof pendingRows>): Promise<number> =>
  transaction(ctx, async (ctx) => {
    const rows = await which(pendingRows(ctx, batch)).selectAll().forUpdate().skipLocked().execute()
    if (rows.length === 0) return 0
    const issued = await issueCredentials(ctx, { versionId: batch.versionId, organizationId: batch.organizationId, batchId: batch.id, recipients: rows.map(toRecipient) })
    await sql`
      update issue_batch_row set state = done.state, credential_id = done.credential_id
      from unnest(${rows.map(({ position }) => position)}::int[], ${issued.map(({ isNew }) => (isNew ? 'issued' : 'already-held'))}::text[],
        ${issued.map(({ credentialId }) => credentialId)}::uuid[]) as done (position, state, credential_id)
      where issue_batch_row.batch_id = ${batch.id} and issue_batch_row.position = done.position`.execute(ctx.db)
    return rows.length
  })

const toRecipient = (row: Row) => ({
  name: row.name,
  ...(row.person_id && { personId: row.person_id }),
  ...(row.email && { email: row.email }),
  ...(row.evidence_url && { evidenceUrl: row.evidence_url }),
  ...(row.narrative && { narrative: row.narrative }),
  ...(row.valid_until && { validUntil: row.valid_until }),
  ...(row.level && { levelId: row.level }),
  // Two pupils may bear one name: a row without a person or an address is known by its place in the list.
  ...(!row.person_id && !row.email && { idempotencyKey: `batch:${row.batch_id}:${row.position}` }),
})

async function markFailed(ctx: Ctx, batch: Confirmed, position: number, error: unknown) {
  const problems = explain(error)
  if (problems[0]?.code === 'internal_error') ctx.log.error({ err: error, batchId: batch.id, position }, 'row of a batch failed')
  await ctx.db
    .updateTable('issue_batch_row')
    .set({ state: 'failed', problems: JSON.stringify(problems) })
    .where('batch_id', '=', batch.id)
    .where('position', '=', position)
    .where('state', '=', 'pending')
    .execute()
}

function explain(error: unknown): RowProblem[] {
  if (error instanceof z.ZodError) return problemsOf(error)
  if (error instanceof Refusal || error instanceof OpenBadgesError) return [{ code: error.code, severity: 'error' }]
  return [{ code: 'internal_error', severity: 'error' }]
}

/** Another process may still hold rows: then it is the one that finishes. */
const finish = (ctx: Ctx, batch: Confirmed) =>
  ctx.db
    .updateTable('issue_batch')
    .set({ finished_at: ctx.now() })
    .where('id', '=', batch.id)
    .where((where) => where.not(where.exists(where.selectFrom('issue_batch_row').where('batch_id', '=', batch.id).where('state', '=', 'pending'))))
    .execute()
