import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { may } from '../may.ts'

/** Who hands pupils what they sign in with: whoever issues, and the adults of the class itself. A network administrator does not open the accounts of pupils. */
export async function mayCareForPupils(ctx: Ctx, { organizationId, cohortId }: { organizationId: string; cohortId?: string | undefined }): Promise<boolean> {
  if (await may(ctx, 'issue', organizationId)) return true
  if (ctx.actor.kind !== 'person' || !isUuid(cohortId ?? '')) return false
  const row = await ctx.db
    .selectFrom('cohort_member')
    .innerJoin('cohort', 'cohort.id', 'cohort_member.cohort_id')
    .innerJoin('organization', 'organization.id', 'cohort.organization_id')
    .innerJoin('membership', (join) => join.onRef('membership.organization_id', '=', 'organization.id').onRef('membership.person_id', '=', 'cohort_member.person_id'))
    .select('cohort.id')
    .where('cohort.id', '=', cohortId!)
    .where('cohort.kind', '=', 'class')
    .where('cohort.organization_id', '=', organizationId)
    .where('cohort.archived_at', 'is', null)
    .where('organization.archived_at', 'is', null)
    .where('cohort_member.person_id', '=', ctx.actor.personId)
    .where('cohort_member.left_at', 'is', null)
    .where('membership.left_at', 'is', null)
    .where('membership.is_pupil', '=', false)
    .executeTakeFirst()
  return row !== undefined
}

export async function demandCareForPupils(ctx: Ctx, of: { organizationId: string; cohortId?: string | undefined }): Promise<void> {
  if (ctx.actor.kind === 'anonymous') throw refuse('not_signed_in')
  if (!(await mayCareForPupils(ctx, of))) throw refuse('not_allowed')
}
