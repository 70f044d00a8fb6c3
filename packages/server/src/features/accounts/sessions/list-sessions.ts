import { type Ctx, requirePerson } from '#ctx'
import { type Device, describeDevice } from './describe-device.ts'

export type SessionLine = { sessionId: string; device: Device; method: string; lastSeenAt: Date; createdAt: Date; isCurrent: boolean }

/** Where somebody is signed in, this device first. */
export async function listSessions(ctx: Ctx): Promise<SessionLine[]> {
  const { personId, sessionId } = requirePerson(ctx)
  const rows = await ctx.db
    .selectFrom('session')
    .select(['id', 'user_agent', 'method', 'last_seen_at', 'created_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', ctx.now())
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows
    .map((row) => ({
      sessionId: row.id,
      device: describeDevice(row.user_agent),
      method: row.method,
      lastSeenAt: row.last_seen_at,
      createdAt: row.created_at,
      isCurrent: row.id === sessionId,
    }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent))
}
