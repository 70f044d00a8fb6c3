import { z } from 'zod'
import type { Ctx } from '#ctx'
import { emailVerified } from '#features/accounts/index.ts'
import { attachCredentials } from '#features/credentials/index.ts'
import { defineJob, type JobDefinition, listen } from '#kit/jobs.ts'
import { recheckImports } from './imports/recheck-imports.ts'

export const passportsJobs: JobDefinition<Ctx>[] = [
  listen('passports.attach-credentials', emailVerified, async (ctx, fact) => void (await attachCredentials(ctx, fact))),
  defineJob({ name: 'passports.recheck-imports', schema: z.unknown(), cron: '41 * * * *', handle: recheckImports, expireInSeconds: 3600 }),
]
