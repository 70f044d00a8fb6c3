import type { Ctx } from '#ctx'
import { hashToken, newToken } from '#kit/secrets.ts'

export type SessionMethod = 'password' | 'link' | 'card' | 'demonstration' | 'first-administrator'
/** What is known of whoever stands at the door: the browser's name, and the network address. */
export type Visitor = { userAgent: string; address: string }
export type OpenedSession = { token: string; expiresAt: Date }

export const SESSION_COOKIE = 'boat_session'
const SESSION_DAYS = 30

/** A new session, with a token that was never seen before: a session cannot be fixed from outside. */
export async function openSession(ctx: Ctx, input: { personId: string; method: SessionMethod } & Visitor): Promise<OpenedSession> {
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

export const sessionCookie = (ctx: Ctx, token: string, expiresAt: Date): string => cookie(ctx, SESSION_COOKIE, token, expiresAt)

export const noSessionCookie = (ctx: Ctx): string => cookie(ctx, SESSION_COOKIE, '', new Date(0))

/** A choice that is kept on this device, for a year. */
export const choiceCookie = (ctx: Ctx, name: 'boat_locale' | 'boat_scheme', value: string): string => cookie(ctx, name, value, new Date(ctx.now().getTime() + 365 * 86_400_000))

function cookie(ctx: Ctx, name: string, value: string, expiresAt: Date): string {
  const secure = ctx.config.url.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Expires=${expiresAt.toUTCString()}${secure}`
}
