import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { getResource } from './get-resource.ts'

/** For who may see the film. */
export async function getCaptions(ctx: Ctx, which: { achievementId: string; resourceId: string }): Promise<string> {
  const { resourceId } = await getResource(ctx, which)
  const { captions } = await ctx.db.selectFrom('resource').select('captions').where('id', '=', resourceId).executeTakeFirstOrThrow()
  if (captions === null) throw refuse('not_found')
  return captions
}
