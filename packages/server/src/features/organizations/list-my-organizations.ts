import type { Ctx } from '#ctx'

/** The structures where the signed-in person works or learns, those they run first. */
export async function listMyOrganizations(ctx: Ctx) {
  if (ctx.actor.kind !== 'person') return []
  const rows = await ctx.db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['organization.id', 'organization.slug', 'organization.name', 'organization.type', 'membership.roles', 'membership.is_pupil'])
    .where('membership.person_id', '=', ctx.actor.personId)
    .where('membership.left_at', 'is', null)
    .where('organization.archived_at', 'is', null)
    .orderBy('membership.is_pupil')
    .orderBy('organization.name')
    .execute()
  return rows.map(({ is_pupil, ...row }) => ({ ...row, isPupil: is_pupil }))
}
