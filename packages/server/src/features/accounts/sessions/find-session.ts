import { sql } from 'kysely'
import type { Actor, Ctx, Locale } from '#ctx'
import { hashToken } from '#kit/secrets.ts'

const SEEN_AGAIN_AFTER_MS = 5 * 60_000

/** Who holds this session token, if it is alive. Notes the visit at most every five minutes. */
export async function findSession(ctx: Ctx, token: string): Promise<{ actor: Actor; locale: Locale } | undefined> {
  const now = ctx.now()
  const row = await ctx.db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['session.id', 'session.last_seen_at', 'person.id as person_id', 'person.is_network_admin', 'person.locale'])
    .where('session.token_hash', '=', hashToken(token))
    .where('session.expires_at', '>', now)
    .where('person.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  if (now.getTime() - row.last_seen_at.getTime() > SEEN_AGAIN_AFTER_MS)
    await ctx.db
      .updateTable('session')
      .set({ last_seen_at: sql`greatest(last_seen_at, ${now})` })
      .where('id', '=', row.id)
      .execute()
  return { actor: { kind: 'person', personId: row.person_id, sessionId: row.id, isNetworkAdmin: row.is_network_admin }, locale: row.locale as Locale }
}
