import type { Ctx } from '#ctx'
import { accountClosed } from '#features/accounts/index.ts'
import { type JobDefinition, listen } from '#kit/jobs.ts'
import { forgetFamily } from './forget-family.ts'

export const guardiansJobs: JobDefinition<Ctx>[] = [listen('guardians.forget-family', accountClosed, forgetFamily)]
