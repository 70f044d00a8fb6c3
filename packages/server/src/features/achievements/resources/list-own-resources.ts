import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import type { Place } from './change-resources.ts'
import { type ResourceRow, readOwn } from './resource-rows.ts'

/** What a structure added to a badge, in its order. */
export async function listOwnResources(ctx: Ctx, place: Place): Promise<ResourceRow[]> {
  await demand(ctx, 'view', place.organizationId)
  return readOwn(ctx, place)
}
