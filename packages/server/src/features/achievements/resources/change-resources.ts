import type { Ctx } from '#ctx'
import { transaction } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { isGivenBy } from '../adoption/get-given-version.ts'
import { type ResourceRow, readOwn } from './resource-rows.ts'

export type Place = { organizationId: string; achievementId: string }

/** Whoever designs badges where this one is defined or adopted looks after its resources there, one after the other. */
export async function changeResources<T>(ctx: Ctx, place: Place, change: (ctx: Ctx, own: ResourceRow[]) => Promise<T>): Promise<T> {
  await demand(ctx, 'design', place.organizationId)
  if (!isUuid(place.achievementId)) throw refuseKit('not_found')
  return transaction(ctx, async (ctx) => {
    const badge = await ctx.db.selectFrom('achievement').select('organization_id').where('id', '=', place.achievementId).forUpdate().executeTakeFirst()
    if (!badge || !(await isGivenBy(ctx, { ...place, authorId: badge.organization_id }))) throw refuseKit('not_found')
    return change(ctx, await readOwn(ctx, place))
  })
}

export function findOwn(own: readonly ResourceRow[], resourceId: string): ResourceRow {
  const resource = own.find((known) => known.resourceId === resourceId)
  if (!resource) throw refuseKit('not_found')
  return resource
}
