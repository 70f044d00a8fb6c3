import type { Ctx } from '#ctx'
import type { JobDefinition } from '#kit/jobs.ts'

export const endorsementsJobs: JobDefinition<Ctx>[] = []
