import type { Ctx } from '#ctx'
import { enterChild } from '#features/guardians/index.ts'
import { getBookletOf, listBookletsOf } from './own-booklets.ts'

/** For a guardian: the booklets of a child whose things they may see. */
export async function listChildBooklets(ctx: Ctx, childId: string) {
  const child = await enterChild(ctx, childId)
  return { child, booklets: await listBookletsOf(ctx, child.childId) }
}

export async function getChildBooklet(ctx: Ctx, { childId, programmeId }: { childId: string; programmeId: string }) {
  await enterChild(ctx, childId)
  return getBookletOf(ctx, { personId: childId, programmeId })
}
