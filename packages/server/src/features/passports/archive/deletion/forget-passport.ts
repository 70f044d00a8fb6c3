import type { Ctx } from '#ctx'

/** What somebody keeps, wrote and opened here, and what was said to them. In the transaction of whoever deletes the account. */
export async function forgetPassport(ctx: Ctx, personId: string): Promise<void> {
  await closeCards(ctx, personId)
  for (const table of ['share', 'cv', 'folio', 'badge_note', 'badge_shown', 'badge_announced', 'follow', 'imported_badge', 'access_card', 'congratulation_refusal'] as const)
    await ctx.db.deleteFrom(table).where('person_id', '=', personId).execute()
  await ctx.db
    .deleteFrom('congratulation')
    .where((eb) => eb.or([eb('from_person_id', '=', personId), eb('to_person_id', '=', personId)]))
    .execute()
  await ctx.db
    .deleteFrom('congratulation_block')
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('blocked_id', '=', personId)]))
    .execute()
}

/** A card or a mail that was handed out must not give the badge to whoever finds it. */
async function closeCards(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db
    .updateTable('claim')
    .set({ replaced_at: ctx.now() })
    .where('replaced_at', 'is', null)
    .where('credential_id', 'in', (eb) => eb.selectFrom('credential').select('id').where('person_id', '=', personId))
    .execute()
  await ctx.db.updateTable('claim').set({ used_by: null }).where('used_by', '=', personId).execute()
}
