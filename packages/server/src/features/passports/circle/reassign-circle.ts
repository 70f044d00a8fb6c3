import type { Ctx } from '#ctx'

type Merge = { duplicateId: string; personId: string }

/**
 * Whom a second entry followed, and what was said to it, become those of the person they are. What it showed to its structure is over with its membership:
 * nobody is shown by a merge.
 */
export async function reassignCircle(ctx: Ctx, { duplicateId, personId }: Merge): Promise<void> {
  await ctx.db.deleteFrom('badge_shown').where('person_id', '=', duplicateId).execute()
  await ctx.db.updateTable('badge_announced').set({ person_id: personId }).where('person_id', '=', duplicateId).execute()
  const followed = await ctx.db.deleteFrom('follow').where('person_id', '=', duplicateId).returning(['organization_id', 'since']).execute()
  for (const { organization_id, since } of followed)
    await ctx.db
      .insertInto('follow')
      .values({ person_id: personId, organization_id, since })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await reassignWords(ctx, { duplicateId, personId })
  await reassignRefusals(ctx, { duplicateId, personId })
}

async function reassignWords(ctx: Ctx, { duplicateId, personId }: Merge): Promise<void> {
  const both = [duplicateId, personId]
  await ctx.db.deleteFrom('congratulation').where('from_person_id', 'in', both).where('to_person_id', 'in', both).execute()
  await ctx.db
    .deleteFrom('congratulation')
    .where('from_person_id', '=', duplicateId)
    .where('badge_id', 'in', (eb) => eb.selectFrom('congratulation').select('badge_id').where('from_person_id', '=', personId))
    .execute()
  await ctx.db.updateTable('congratulation').set({ from_person_id: personId }).where('from_person_id', '=', duplicateId).execute()
  await ctx.db.updateTable('congratulation').set({ to_person_id: personId }).where('to_person_id', '=', duplicateId).execute()
}

/** A no of either is a no. */
async function reassignRefusals(ctx: Ctx, { duplicateId, personId }: Merge): Promise<void> {
  const refused = await ctx.db.deleteFrom('congratulation_refusal').where('person_id', '=', duplicateId).returning('since').executeTakeFirst()
  if (refused)
    await ctx.db
      .insertInto('congratulation_refusal')
      .values({ person_id: personId, since: refused.since })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const same = (id: string) => (id === duplicateId ? personId : id)
  const blocks = await ctx.db
    .deleteFrom('congratulation_block')
    .where((eb) => eb.or([eb('person_id', '=', duplicateId), eb('blocked_id', '=', duplicateId)]))
    .returningAll()
    .execute()
  for (const { person_id, blocked_id, since } of blocks.filter((block) => same(block.person_id) !== same(block.blocked_id)))
    await ctx.db
      .insertInto('congratulation_block')
      .values({ person_id: same(person_id), blocked_id: same(blocked_id), since })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
