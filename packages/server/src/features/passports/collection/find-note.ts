import { type Ctx, requirePerson } from '#ctx'

/** What one wrote beside a badge that one keeps. */
export async function findNote(ctx: Ctx, badgeId: string): Promise<{ sentence: string; tags: string[] }> {
  const { personId } = requirePerson(ctx)
  const note = await ctx.db.selectFrom('badge_note').select(['sentence', 'tags']).where('person_id', '=', personId).where('badge_id', '=', badgeId).executeTakeFirst()
  return note ?? { sentence: '', tags: [] }
}
