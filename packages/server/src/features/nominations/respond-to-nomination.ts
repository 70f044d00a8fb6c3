import { type Ctx, requirePerson, transaction } from '#ctx'
import { lockOwnNomination, recordDecision, setState } from './nomination-rows.ts'

type Input = { nominationId: string; response: 'accepted' | 'declined' }

/** The nominee says yes or no. A no closes the dossier, quietly: nobody has to say why. */
export async function respondToNomination(ctx: Ctx, { nominationId, response }: Input): Promise<void> {
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    const nomination = await lockOwnNomination(ctx, nominationId, personId)
    if (nomination.response === response) return
    await ctx.db.updateTable('nomination').set({ response, responded_at: ctx.now(), updated_at: ctx.now() }).where('id', '=', nominationId).execute()
    if (response === 'declined') await setState(ctx, nominationId, { state: 'declined', closed_at: ctx.now() })
    await recordDecision(ctx, { nominationId, decision: response })
  })
}
