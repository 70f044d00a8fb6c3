import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'

/** What somebody who is gone watched and tried. For the platform only. */
export async function forgetProgress(ctx: Ctx, personId: string): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await ctx.db.deleteFrom('resource_progress').where('person_id', '=', personId).execute()
}
