import type { Ctx } from '#ctx'
import { changeResources, findOwn, type Place } from './change-resources.ts'

/** One place up, before the one above it. The first stays where it is. */
export async function raiseResource(ctx: Ctx, { resourceId, ...place }: Place & { resourceId: string }): Promise<void> {
  await changeResources(ctx, place, async (ctx, own) => {
    const at = own.indexOf(findOwn(own, resourceId))
    const ids = own.map((resource) => resource.resourceId)
    if (at > 0) ids.splice(at - 1, 2, ids[at]!, ids[at - 1]!)
    for (const [index, id] of ids.entries())
      await ctx.db
        .updateTable('resource')
        .set({ position: index + 1 })
        .where('id', '=', id)
        .execute()
  })
}
