import type { Ctx } from '#ctx'

const KEPT_MS = 90 * 86_400_000

/** A season after a request is over without an answer, the address it was sent to and what was written have had their day. */
export async function forgetRequests(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now().getTime() - KEPT_MS)
  await ctx.db
    .deleteFrom('endorsement_request')
    .where((where) => where.or([where('withdrawn_at', '<', before), where('declined_at', '<', before), where('expires_at', '<', before)]))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('endorsement').select('id').whereRef('request_id', '=', 'endorsement_request.id'))))
    .execute()
}
