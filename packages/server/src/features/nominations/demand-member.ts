import { type Ctx, requirePerson } from '#ctx'
import { refuse } from '#kit/errors.ts'

/** Everybody who belongs to a structure may propose there, pupils too; nobody else may, not even those who look after the network. */
export async function demandMember(ctx: Ctx, organizationId: string): Promise<{ personId: string; isPupil: boolean }> {
  const { personId } = requirePerson(ctx)
  const membership = await ctx.db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select('is_pupil')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!membership) throw refuse('not_allowed')
  return { personId, isPupil: membership.is_pupil }
}
