import { z } from 'zod'

/** What is sent when a ceremony is published; ceremonies.jobs.ts says what is done then. */
export const publishCeremonyJob = { name: 'ceremonies.publish', schema: z.object({ ceremonyId: z.guid() }) }
