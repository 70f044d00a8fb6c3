import { type Ctx, requirePerson, transaction } from '#ctx'
import { isProtected } from '#features/credentials/index.ts'
import { refuse } from '../endorsements.errors.ts'
import { findAsked } from './find-asked.ts'
import { stateOf } from './request-rows.ts'

/** Whoever was asked by mail and has an account answers with it from now on: they may then sign in the name of a structure. */
export async function takeIntoAccount(ctx: Ctx, token: string): Promise<{ requestId: string }> {
  const { personId } = requirePerson(ctx)
  return transaction(ctx, async (ctx) => {
    const row = await findAsked(ctx, { token }, { isLocked: true })
    if (row.asked_id === personId) return { requestId: row.id }
    if (row.holder_id === personId) throw refuse('own_word')
    if (stateOf(row, ctx.now()) !== 'open' || row.asked_id) throw refuse('request_closed')
    // A pupil is asked in their school, by name.
    if (await isProtected(ctx, personId)) throw refuse('not_askable')
    await ctx.db.updateTable('endorsement_request').set({ asked_id: personId }).where('id', '=', row.id).execute()
    return { requestId: row.id }
  })
}
