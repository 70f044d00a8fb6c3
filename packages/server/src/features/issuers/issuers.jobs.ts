import type { Ctx } from '#ctx'
import { organizationCreated } from '#features/organizations/index.ts'
import { type JobDefinition, listen } from '#kit/jobs.ts'
import { ensureIssuer } from './ensure-issuer.ts'

export const issuersJobs: JobDefinition<Ctx>[] = [
  listen('issuers.ensure-issuer', organizationCreated, async (ctx: Ctx, { organizationId }) => {
    await ensureIssuer(ctx, organizationId)
  }),
]
