import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'

/**
 * Badges whose holder is gone: the structures keep that they gave them, without saying to whom, and nobody is shown them. What was signed stays as it
 * is, and verifies for whoever has the file. For the platform only.
 */
export async function releaseCredentials(ctx: Ctx, personId: string): Promise<void> {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
  await transaction(ctx, async (ctx) => {
    const own = await ctx.db
      .updateTable('credential')
      .set({ person_id: null, recipient_name: '', recipient_email: null, shared_at: null })
      .where('person_id', '=', personId)
      .returning(['id', 'response'])
      .execute()
    // Nobody is left to answer: no card is printed for these, no mail written.
    const pending = own.filter(({ response }) => response === 'pending').map(({ id }) => id)
    if (pending.length > 0) await ctx.db.updateTable('credential').set({ response: 'declined', responded_at: ctx.now() }).where('id', 'in', pending).execute()
    const lines = ctx.db.updateTable('issue_batch_row').set({ person_id: null, name: '', email: null, narrative: null, evidence_url: null })
    await lines.set({ state: 'excluded' }).where('person_id', '=', personId).where('state', '=', 'pending').execute()
    await lines.where('person_id', '=', personId).execute()
    const given = own.map(({ id }) => id)
    if (given.length > 0) await lines.where('credential_id', 'in', given).execute()
  })
}
