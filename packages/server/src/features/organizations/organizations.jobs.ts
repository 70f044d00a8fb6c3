import type { Ctx } from '#ctx'
import { defineJob, type JobDefinition } from '#kit/jobs.ts'
import { forgetRosterImport, forgetRosterImportJob } from './imports/forget-roster-import.ts'

export const organizationsJobs: JobDefinition<Ctx>[] = [defineJob<Ctx, typeof forgetRosterImportJob.schema>({ ...forgetRosterImportJob, handle: forgetRosterImport })]
