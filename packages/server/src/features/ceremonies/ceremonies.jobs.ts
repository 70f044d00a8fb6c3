import { z } from 'zod'
import type { Ctx } from '#ctx'
import { accountClosed } from '#features/accounts/index.ts'
import { defineJob, type JobDefinition, listen } from '#kit/jobs.ts'
import { releaseRecipient } from './planning/release-recipient.ts'
import { publishCeremonyJob } from './publishing/publish-ceremony.job.ts'
import { remindForgotten } from './publishing/remind-forgotten.ts'
import { runPublishing } from './publishing/run-publishing.ts'

export const ceremoniesJobs: JobDefinition<Ctx>[] = [
  defineJob({ ...publishCeremonyJob, handle: (ctx: Ctx, { ceremonyId }) => runPublishing(ctx, ceremonyId), expireInSeconds: 1800 }),
  listen('ceremonies.release-recipient', accountClosed, releaseRecipient),
  defineJob<Ctx, z.ZodType>({ name: 'ceremonies.remind-forgotten', schema: z.unknown(), handle: remindForgotten, cron: '30 6 * * *' }),
]
