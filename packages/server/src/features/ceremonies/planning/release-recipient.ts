import { type Ctx, transaction } from '#ctx'

/** Somebody who is gone is called on no stage to come; of past ones stays that a badge was handed over, without a name. */
export async function releaseRecipient(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await ctx.db
      .deleteFrom('ceremony_recipient')
      .where('person_id', '=', personId)
      .where('outcome', '=', 'waiting')
      .where('ceremony_id', 'in', (eb) => eb.selectFrom('ceremony').select('id').where('confirmed_at', 'is', null))
      .execute()
    await ctx.db.updateTable('ceremony_recipient').set({ name: '', citation: '', pronunciation: '', photo: 'no', card_hash: null }).where('person_id', '=', personId).execute()
  })
}
