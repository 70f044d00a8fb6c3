import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'

/** Nobody signs any more in the name of somebody who is gone. What they signed verifies by its did:key alone. For the platform only. */
export async function forgetPersonalKeys(ctx: Ctx, { personId, addresses }: { personId: string; addresses: readonly string[] }): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await ctx.db.deleteFrom('personal_key').where('person_id', '=', personId).execute()
  if (addresses.length > 0) await ctx.db.deleteFrom('personal_key').where('address', 'in', addresses).execute()
}
