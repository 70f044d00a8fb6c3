import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { ROW_STATES, type RowProblem, type RowState } from '../credentials.schema.ts'

export type BatchCounts = Record<RowState, number> & { total: number }
export type BatchProgress = {
  batchId: string
  organizationId: string
  versionId: string
  validUntil: Date | null
  createdAt: Date
  confirmedAt: Date | null
  finishedAt: Date | null
  counts: BatchCounts
}
export type BatchRowResult = {
  position: number
  /** Its line in the file or the pasted text. */
  line: number | null
  personId: string | null
  name: string
  email: string | null
  evidenceUrl: string | null
  narrative: string | null
  level: string | null
  validUntil: Date | null
  state: RowState
  problems: RowProblem[]
  credentialId: string | null
}
export type Batch = BatchProgress & { rows: BatchRowResult[] }

/** How far a batch is, without its rows. */
export async function getBatchProgress(ctx: Ctx, batchId: string): Promise<BatchProgress> {
  const batch = isUuid(batchId) ? await ctx.db.selectFrom('issue_batch').selectAll().where('id', '=', batchId).executeTakeFirst() : undefined
  if (!batch) throw refuse('not_found')
  await demand(ctx, 'view-people', batch.organization_id)
  const groups = await ctx.db
    .selectFrom('issue_batch_row')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('batch_id', '=', batchId)
    .groupBy('state')
    .execute()
  const counts = Object.fromEntries(ROW_STATES.map((state) => [state, groups.find((group) => group.state === state)?.count ?? 0])) as Record<RowState, number>
  return {
    batchId: batch.id,
    organizationId: batch.organization_id,
    versionId: batch.achievement_version_id,
    validUntil: batch.valid_until,
    createdAt: batch.created_at,
    confirmedAt: batch.confirmed_at,
    finishedAt: batch.finished_at,
    counts: { ...counts, total: groups.reduce((sum, { count }) => sum + count, 0) },
  }
}

/** A batch with what became of each row, in the order of the list; or of those in some states, or the first of them. */
export async function getBatch(ctx: Ctx, batchId: string, only: { states?: readonly RowState[]; limit?: number } = {}): Promise<Batch> {
  const progress = await getBatchProgress(ctx, batchId)
  const rows = await ctx.db
    .selectFrom('issue_batch_row')
    .selectAll()
    .where('batch_id', '=', batchId)
    .$if(only.states !== undefined, (query) => query.where('state', 'in', only.states!))
    .orderBy('position')
    .$if(only.limit !== undefined, (query) => query.limit(only.limit!))
    .execute()
  return {
    ...progress,
    rows: rows.map((row) => ({
      position: row.position,
      line: row.line,
      personId: row.person_id,
      name: row.name,
      email: row.email,
      evidenceUrl: row.evidence_url,
      narrative: row.narrative,
      level: row.level,
      validUntil: row.valid_until,
      state: row.state as RowState,
      problems: row.problems as RowProblem[],
      credentialId: row.credential_id,
    })),
  }
}
