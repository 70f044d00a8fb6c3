import { type Ctx, transaction } from '#ctx'

/**
 * What somebody who is gone wrote, offered and tried. A verdict that gave a badge stays, without its advice; so do helps, which are those of another
 * person too.
 */
export async function forgetPractice(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    for (const table of ['booklet_sentence', 'booklet_bonus', 'booklet_share', 'help_offer', 'programme_exception', 'programme_nudge', 'programme_teacher'] as const)
      await ctx.db.deleteFrom(table).where('person_id', '=', personId).execute()
    await ctx.db.deleteFrom('attempt').where('person_id', '=', personId).where('credential_id', 'is', null).execute()
    await ctx.db.updateTable('attempt').set({ advice: '', self_assessment: null }).where('person_id', '=', personId).execute()
    await ctx.db
      .deleteFrom('attempt_remark')
      .where('attempt_id', 'in', (eb) => eb.selectFrom('attempt').select('id').where('person_id', '=', personId))
      .execute()
  })
}
