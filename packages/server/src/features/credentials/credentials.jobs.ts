import type { Ctx } from '#ctx'
import { emailVerified } from '#features/accounts/index.ts'
import { defineJob, type JobDefinition, listen } from '#kit/jobs.ts'
import { attachCredentials } from './attach-credentials.ts'
import { issueBatchJob } from './batches/issue-batch.job.ts'
import { runBatch } from './batches/run-batch.ts'

export const credentialsJobs: JobDefinition<Ctx>[] = [
  defineJob({ ...issueBatchJob, handle: (ctx: Ctx, { batchId }) => runBatch(ctx, batchId), expireInSeconds: 1800 }),
  listen('credentials.attach-verified', emailVerified, async (ctx: Ctx, verified) => void (await attachCredentials(ctx, verified))),
]
