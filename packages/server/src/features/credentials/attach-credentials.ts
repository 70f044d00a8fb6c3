import type { Ctx } from '#ctx'

/** What was sent to an address goes to the person who has proved that it is theirs. Safe to repeat. */
export async function attachCredentials(ctx: Ctx, { personId, address }: { personId: string; address: string }): Promise<{ count: number }> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('credential')
    .set({ person_id: personId })
    .where('recipient_email', '=', address)
    .where('person_id', 'is', null)
    .where((where) => where.exists(where.selectFrom('person_email').where('person_id', '=', personId).where('address', '=', address).where('verified_at', 'is not', null)))
    .executeTakeFirst()
  return { count: Number(numUpdatedRows) }
}
