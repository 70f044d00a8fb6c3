import type { Ctx } from '#ctx'
import { accountClosed } from '#features/accounts/index.ts'
import { type JobDefinition, listen } from '#kit/jobs.ts'
import { forgetPractice } from './forget-practice.ts'

export const practiceJobs: JobDefinition<Ctx>[] = [listen('practice.forget-practice', accountClosed, forgetPractice)]
