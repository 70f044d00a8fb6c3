import type { Ctx } from '#ctx'
import { isProtected } from '#features/credentials/index.ts'
import { refuse } from '#kit/errors.ts'
import { demandGuardian } from './demand-guardian.ts'

/** A child whose things the signed-in person may see: below fifteen all, afterwards what the child chose to show. */
export async function enterChild(ctx: Ctx, childId: string): Promise<{ childId: string; givenName: string; decidesAlone: boolean }> {
  const { isShownByChild } = await demandGuardian(ctx, childId)
  const decidesAlone = !(await isProtected(ctx, childId))
  const child = await ctx.db.selectFrom('person').select('given_name').where('id', '=', childId).where('closed_at', 'is', null).executeTakeFirst()
  if (!child || (decidesAlone && !isShownByChild)) throw refuse('not_found')
  return { childId, givenName: child.given_name, decidesAlone }
}
