import type { Ctx } from '#ctx'
import { defineJob, type JobDefinition } from '#kit/jobs.ts'
import { issueBatchJob } from './batches/issue-batch.job.ts'
import { runBatch } from './batches/run-batch.ts'

export const credentialsJobs: JobDefinition<Ctx>[] = [defineJob({ ...issueBatchJob, handle: (ctx: Ctx, { batchId }) => runBatch(ctx, batchId), expireInSeconds: 1800 })]
