import type { Ctx } from '#ctx'
import { demand } from '../may.ts'
import { CohortFields } from '../organization.schema.ts'
import { refuseOrganization } from '../organizations.errors.ts'
import { demandInCohort } from './demand-in-cohort.ts'

export async function createCohort(ctx: Ctx, input: CohortFields & { organizationId: string }): Promise<{ cohortId: string }> {
  await demand(ctx, 'manage-people', input.organizationId)
  const { name, kind, schoolYear } = CohortFields.parse(input)
  const cohortId = ctx.newId()
  const inserted = await ctx.db
    .insertInto('cohort')
    .values({ id: cohortId, organization_id: input.organizationId, name, kind, school_year: schoolYear, created_at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) throw await refuseSameName(ctx, { organizationId: input.organizationId, name, schoolYear })
  return { cohortId }
}

export async function updateCohort(ctx: Ctx, input: CohortFields & { cohortId: string }): Promise<void> {
  const { organizationId } = await demandInCohort(ctx, 'manage-people', input.cohortId)
  const { name, kind, schoolYear } = CohortFields.parse(input)
  const other = await ctx.db
    .selectFrom('cohort')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('name', '=', name)
    .where('school_year', '=', schoolYear)
    .where('id', '!=', input.cohortId)
    .executeTakeFirst()
  if (other) throw await refuseSameName(ctx, { organizationId, name, schoolYear })
  await ctx.db.updateTable('cohort').set({ name, kind, school_year: schoolYear }).where('id', '=', input.cohortId).execute()
}

export async function archiveCohort(ctx: Ctx, input: { cohortId: string; isArchived: boolean }): Promise<void> {
  await demandInCohort(ctx, 'manage-people', input.cohortId)
  await ctx.db
    .updateTable('cohort')
    .set({ archived_at: input.isArchived ? ctx.now() : null })
    .where('id', '=', input.cohortId)
    .execute()
}

async function refuseSameName(ctx: Ctx, { organizationId, name, schoolYear }: { organizationId: string; name: string; schoolYear: string }) {
  const same = await ctx.db
    .selectFrom('cohort')
    .select('archived_at')
    .where('organization_id', '=', organizationId)
    .where('name', '=', name)
    .where('school_year', '=', schoolYear)
    .executeTakeFirst()
  return refuseOrganization(same?.archived_at ? 'cohort_archived' : 'cohort_exists', { name })
}
