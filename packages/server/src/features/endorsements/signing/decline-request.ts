import { type Ctx, transaction } from '#ctx'
import { refuse } from '../endorsements.errors.ts'
import { type Door, findAsked } from '../requests/find-asked.ts'
import { stateOf } from '../requests/request-rows.ts'

/** Without a reason, and without a word to the holder: their list says that nothing came of it. */
export async function declineRequest(ctx: Ctx, door: Door): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const row = await findAsked(ctx, door, { isLocked: true })
    const state = stateOf(row, ctx.now())
    if (state === 'declined') return
    if (state !== 'open') throw refuse(state === 'answered' ? 'already_answered' : 'request_closed')
    await ctx.db.updateTable('endorsement_request').set({ declined_at: ctx.now() }).where('id', '=', row.id).execute()
  })
}
