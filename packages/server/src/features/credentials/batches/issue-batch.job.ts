import { z } from 'zod'

/** What is sent when a batch is confirmed; credentials.jobs.ts says what is done then. */
export const issueBatchJob = { name: 'credentials.issue-batch', schema: z.object({ batchId: z.guid() }) }
