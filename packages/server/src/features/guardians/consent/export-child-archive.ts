import { asSystem, type Ctx } from '#ctx'
import { type Archive, exportArchive } from '#features/passports/index.ts'
import { refuse } from '#kit/errors.ts'
import { enterChild } from './enter-child.ts'

/** All that is a child's, for whoever looks after them. From fifteen on they take it along themselves. */
export async function exportChildArchive(ctx: Ctx, childId: string): Promise<Archive> {
  const { decidesAlone } = await enterChild(ctx, childId)
  if (decidesAlone) throw refuse('not_found')
  return exportArchive({ ...asSystem(ctx), locale: ctx.locale }, childId)
}
