import { type Ctx, transaction } from '#ctx'

/**
 * Nothing is decided any more about somebody who is gone: their open dossiers are closed, and what they added themselves goes. What others wrote and
 * decided is the record of the structure.
 */
export async function releaseNominee(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const now = ctx.now()
    await ctx.db.updateTable('nomination').set({ state: 'withdrawn', closed_at: now, updated_at: now }).where('person_id', '=', personId).where('closed_at', 'is', null).execute()
    await ctx.db
      .deleteFrom('nomination_fact')
      .where('nomination_id', 'in', (eb) => eb.selectFrom('nomination').select('id').where('person_id', '=', personId))
      .execute()
  })
}
