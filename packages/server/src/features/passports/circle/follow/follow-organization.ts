import { type Ctx, requirePerson } from '#ctx'
import { isProtected } from '#features/credentials/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../../passports.errors.ts'

/** What a structure publishes comes to them from now on. Nobody is told who follows, nor how many. */
export async function followOrganization(ctx: Ctx, organizationId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(organizationId)) throw refuseKit('not_found')
  if (await isProtected(ctx, personId)) throw refuse('circle_from_fifteen')
  if ((await getOrganization(ctx, { id: organizationId })).archivedAt) throw refuseKit('not_found')
  await ctx.db
    .insertInto('follow')
    .values({ person_id: personId, organization_id: organizationId, since: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unfollowOrganization(ctx: Ctx, organizationId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(organizationId)) throw refuseKit('not_found')
  await ctx.db.deleteFrom('follow').where('person_id', '=', personId).where('organization_id', '=', organizationId).execute()
}
