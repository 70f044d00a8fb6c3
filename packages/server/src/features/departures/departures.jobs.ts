import type { Ctx } from '#ctx'
import { accountClosed } from '#features/accounts/index.ts'
import { type JobDefinition, listen } from '#kit/jobs.ts'
import { releaseDepartures } from './release-departures.ts'

export const departuresJobs: JobDefinition<Ctx>[] = [listen('departures.release', accountClosed, releaseDepartures)]
