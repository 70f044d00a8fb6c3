import type { Ctx } from '#ctx'
import { accountClosed } from '#features/accounts/index.ts'
import { type JobDefinition, listen } from '#kit/jobs.ts'
import { releasePerson } from './prepare/release-person.ts'

export const juriesJobs: JobDefinition<Ctx>[] = [listen('juries.release-person', accountClosed, releasePerson)]
