import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from './guardians.errors.ts'

/** Those who award badges there meet the families, too: papers, answers and withdrawals are in their hands. For a pupil of today only. */
export async function demandPupilHere(ctx: Ctx, { organizationId, childId }: { organizationId: string; childId: string }): Promise<void> {
  await demand(ctx, 'issue', organizationId)
  const membership =
    isUuid(childId) &&
    (await ctx.db
      .selectFrom('membership')
      .select('person_id')
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', childId)
      .where('is_pupil', '=', true)
      .where('left_at', 'is', null)
      .executeTakeFirst())
  if (!membership) throw refuse('child_unknown')
}
