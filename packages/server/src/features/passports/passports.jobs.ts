import type { Ctx } from '#ctx'
import { emailVerified } from '#features/accounts/index.ts'
import { attachCredentials } from '#features/credentials/index.ts'
import { type JobDefinition, listen } from '#kit/jobs.ts'

export const passportsJobs: JobDefinition<Ctx>[] = [listen('passports.attach-credentials', emailVerified, async (ctx, fact) => void (await attachCredentials(ctx, fact)))]
