import { z } from 'zod'
import type { Ctx } from '#ctx'
import { accountClosed } from '#features/accounts/index.ts'
import { defineJob, type JobDefinition, listen } from '#kit/jobs.ts'
import { forgetDrafts } from './attachments/forget-drafts.ts'
import { releaseNominee } from './release-nominee.ts'

export const nominationsJobs: JobDefinition<Ctx>[] = [
  defineJob({ name: 'nominations.forget-drafts', schema: z.unknown(), cron: '37 3 * * *', handle: forgetDrafts }),
  listen('nominations.release-nominee', accountClosed, releaseNominee),
]
