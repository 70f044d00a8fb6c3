import type { Ctx } from '#ctx'
import type { JobDefinition } from '#kit/jobs.ts'

export const onboardingJobs: JobDefinition<Ctx>[] = []
