import { type Ctx, transaction } from '#ctx'
import { lockSharing } from '#features/credentials/index.ts'
import { settling } from './consent/decide.ts'

/** Somebody who is gone decides for no child any more, and nobody sees them as theirs. What was consented to stays as it was said. */
export async function forgetFamily(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const ties = await ctx.db
      .selectFrom('guardianship')
      .select(['id', 'child_id'])
      .where((eb) => eb.or([eb('guardian_id', '=', personId), eb('child_id', '=', personId)]))
      .where('ended_at', 'is', null)
      .orderBy('child_id')
      .execute()
    for (const { id, child_id } of ties) {
      await lockSharing(ctx, child_id)
      await settling(ctx, child_id, async () => {
        await ctx.db.updateTable('guardianship').set({ ended_at: ctx.now(), shown_at: null }).where('id', '=', id).execute()
        await ctx.db
          .updateTable('guardian_slip')
          .set({ void_at: ctx.now() })
          .where('void_at', 'is', null)
          .where((where) => where.or([where('guardianship_id', '=', id), where('replaces_id', '=', id)]))
          .execute()
      })
    }
    await ctx.db.deleteFrom('guardian_slip').where('child_id', '=', personId).execute()
    await ctx.db.deleteFrom('takeover').where('child_id', '=', personId).execute()
  })
}
