import type { Ctx } from '#ctx'
import type { JobDefinition } from '#kit/jobs.ts'
import { forgetVideo } from './resources/forget-video.ts'

export const achievementsJobs: JobDefinition<Ctx>[] = [forgetVideo]
