import { z } from 'zod'
import type { Ctx } from '#ctx'
import { defineJob, type JobDefinition } from '#kit/jobs.ts'
import { forgetRequests } from './forget-requests.ts'

export const endorsementsJobs: JobDefinition<Ctx>[] = [defineJob({ name: 'endorsements.forget-requests', schema: z.unknown(), cron: '43 3 * * *', handle: forgetRequests })]
