import { z } from 'zod'
import type { Ctx } from '#ctx'
import { defineJob, type JobDefinition } from '#kit/jobs.ts'
import { forgetExpired } from './sessions/forget-expired.ts'
import { makeLink, makeLinkJob } from './sign-in/request-link.ts'

export const accountsJobs: JobDefinition<Ctx>[] = [
  defineJob<Ctx, typeof makeLinkJob.schema>({ ...makeLinkJob, handle: makeLink }),
  defineJob({ name: 'accounts.forget-expired', schema: z.unknown(), cron: '17 3 * * *', handle: forgetExpired }),
]
