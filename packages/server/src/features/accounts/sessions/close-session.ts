import { type Ctx, requirePerson } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'

/** Signs out: this device, or another one of the same person. */
export async function closeSession(ctx: Ctx, input: { sessionId?: string } = {}): Promise<void> {
  const { personId, sessionId } = requirePerson(ctx)
  const closing = input.sessionId ?? sessionId
  if (!isUuid(closing)) throw refuse('not_found')
  const closed = await ctx.db.deleteFrom('session').where('id', '=', closing).where('person_id', '=', personId).executeTakeFirst()
  if (closed.numDeletedRows === 0n && input.sessionId) throw refuse('not_found')
}

export async function closeOtherSessions(ctx: Ctx): Promise<void> {
  const { personId, sessionId } = requirePerson(ctx)
  await ctx.db.deleteFrom('session').where('person_id', '=', personId).where('id', '<>', sessionId).execute()
}
