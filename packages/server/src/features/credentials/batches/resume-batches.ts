import type { Ctx } from '#ctx'
import { issueBatchJob } from './issue-batch.job.ts'

/** At the start of a process: what another one was issuing when it died is taken up again. Two at the same batch do no harm. */
export async function resumeBatches(ctx: Ctx): Promise<void> {
  const unfinished = await ctx.db.selectFrom('issue_batch').select('id').where('confirmed_at', 'is not', null).where('finished_at', 'is', null).orderBy('confirmed_at').execute()
  for (const { id } of unfinished) await ctx.jobs.send(issueBatchJob, { batchId: id })
}
