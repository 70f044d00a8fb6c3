import type { Ctx } from '#ctx'

const DAY_MS = 86_400_000

/** Photos whose form was never sent are not kept. */
export async function forgetDrafts(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom('attachment')
    .where('voice_id', 'is', null)
    .where('fact_id', 'is', null)
    .where('created_at', '<', new Date(ctx.now().getTime() - DAY_MS))
    .execute()
}
