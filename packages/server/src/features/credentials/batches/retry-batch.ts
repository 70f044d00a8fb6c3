import { type Ctx, transaction } from '#ctx'
import { refuse } from '../credentials.errors.ts'
import { issueBatchJob } from './issue-batch.job.ts'
import { lockBatch } from './lock-batch.ts'

/** Tries the rows that failed once more. */
export async function retryBatch(ctx: Ctx, batchId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await lockBatch(ctx, batchId)
    const { numUpdatedRows } = await ctx.db
      .updateTable('issue_batch_row')
      .set({ state: 'pending', problems: '[]' })
      .where('batch_id', '=', batchId)
      .where('state', '=', 'failed')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw refuse('nothing_to_retry')
    await ctx.db.updateTable('issue_batch').set({ finished_at: null }).where('id', '=', batchId).execute()
    await ctx.jobs.send(issueBatchJob, { batchId })
  })
}
