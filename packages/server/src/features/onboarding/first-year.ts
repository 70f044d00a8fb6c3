import type { Ctx } from '#ctx'

/** Whatever is done first starts the year. */
export async function startFirstYear(ctx: Ctx, organizationId: string): Promise<void> {
  await ctx.db
    .insertInto('first_year')
    .values({ organization_id: organizationId, started_at: ctx.now(), started_by: actorOf(ctx) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const actorOf = (ctx: Ctx): string | null => (ctx.actor.kind === 'person' ? ctx.actor.personId : null)
