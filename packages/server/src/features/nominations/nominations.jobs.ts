import { z } from 'zod'
import type { Ctx } from '#ctx'
import { defineJob, type JobDefinition } from '#kit/jobs.ts'
import { forgetDrafts } from './attachments/forget-drafts.ts'

export const nominationsJobs: JobDefinition<Ctx>[] = [defineJob({ name: 'nominations.forget-drafts', schema: z.unknown(), cron: '37 3 * * *', handle: forgetDrafts })]
