import type { Ctx } from '#ctx'
import { hashToken, newToken } from '#kit/secrets.ts'

export type SessionMethod = 'password' | 'link' | 'card' | 'demonstration' | 'first-administrator'

export const SESSION_COOKIE = 'boat_session'
const SESSION_DAYS = 30

/** A new session, with a token that was never seen before: a session cannot be fixed from outside. */
export async function openSession(ctx: Ctx, input: { personId: string; method: SessionMethod; userAgent: string; address: string }): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const now = ctx.now()
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000)
  await ctx.db
    .insertInto('session')
    .values({
      id: ctx.newId(),
      token_hash: hashToken(token),
      person_id: input.personId,
      method: input.method,
      user_agent: input.userAgent.slice(0, 300),
      address: input.address,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
    })
    .execute()
  return { token, expiresAt }
}

export function sessionCookie(ctx: Ctx, token: string, expiresAt: Date): string {
  const secure = ctx.config.url.startsWith('https:') ? '; Secure' : ''
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${expiresAt.toUTCString()}${secure}`
}
