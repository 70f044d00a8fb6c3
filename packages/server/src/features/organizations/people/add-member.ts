import { type Ctx, transaction } from '#ctx'
import { demand } from '../may.ts'
import { type Role, RoleList } from '../organization.schema.ts'
import { refuseOrganization } from '../organizations.errors.ts'

type Input = { organizationId: string; personId: string; roles: readonly Role[]; title?: string; isPupil?: boolean }

/** Brings somebody in, or back in. Whoever is here already keeps their roles and gains the new ones. */
export async function addMember(ctx: Ctx, { organizationId, personId, title = '', isPupil = false, ...input }: Input): Promise<void> {
  const roles = RoleList.parse(input.roles)
  await demand(ctx, roles.includes('owner') ? 'manage-owners' : 'manage-people', organizationId)
  if (isPupil && roles.some((role) => role !== 'member')) throw refuseOrganization('pupils_are_not_staff')
  await transaction(ctx, async (ctx) => {
    const known = await ctx.db
      .selectFrom('membership')
      .select(['roles', 'title', 'is_pupil', 'left_at'])
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', personId)
      .forUpdate()
      .executeTakeFirst()
    const kept = known && known.left_at === null ? known : undefined
    const fields = {
      roles: withoutNeedlessMember([...new Set([...(kept?.roles ?? []), ...roles])]),
      title: title || (known?.title ?? ''),
      // Nobody who works here becomes a pupil by being on a list.
      is_pupil: isPupil && kept?.is_pupil !== false,
    }
    await ctx.db
      .insertInto('membership')
      .values({ organization_id: organizationId, person_id: personId, ...fields, created_at: ctx.now() })
      .onConflict((conflict) => conflict.columns(['organization_id', 'person_id']).doUpdateSet({ ...fields, left_at: null }))
      .execute()
  })
}

/** Every other role is that of a member too. */
export const withoutNeedlessMember = (roles: readonly string[]): string[] => {
  const others = roles.filter((role) => role !== 'member')
  return others.length > 0 ? others : ['member']
}
