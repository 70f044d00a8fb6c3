import type { Ctx } from '#ctx'

/** Somebody who is gone sits in no steering group. */
export async function forgetMember(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await ctx.db.deleteFrom('steering_member').where('person_id', '=', personId).execute()
}
