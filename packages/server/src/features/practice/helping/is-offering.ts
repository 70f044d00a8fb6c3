import type { Ctx } from '#ctx'
import { isHolder } from './is-holder.ts'

/** Whether somebody offers help for a badge, and still holds it. */
export async function isOffering(ctx: Ctx, { programmeId, achievementId, personId }: { programmeId: string; achievementId: string; personId: string }): Promise<boolean> {
  const offer = await ctx.db
    .selectFrom('help_offer')
    .select('offered_at')
    .where('programme_id', '=', programmeId)
    .where('achievement_id', '=', achievementId)
    .where('person_id', '=', personId)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  return offer !== undefined && (await isHolder(ctx, { achievementId, personId }))
}
