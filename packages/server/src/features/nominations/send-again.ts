import { type Ctx, requirePerson, transaction } from '#ctx'
import { lockOwnNomination, recordDecision, setState } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'

/** A dossier that came back to be completed goes to those who decide again; sending it says yes to it. */
export async function sendAgain(ctx: Ctx, nominationId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    const nomination = await lockOwnNomination(ctx, nominationId, personId)
    if (nomination.state !== 'to-complete') throw refuse('nothing_to_complete')
    await setState(ctx, nominationId, { state: 'open' })
    await ctx.db.updateTable('nomination').set({ response: 'accepted', responded_at: ctx.now() }).where('id', '=', nominationId).execute()
    await recordDecision(ctx, { nominationId, decision: 'completed' })
  })
}
