import type { Ctx } from '#ctx'
import { hashToken, newToken } from '#kit/secrets.ts'

export type SessionMethod = 'password' | 'link' | 'card' | 'demonstration' | 'first-administrator'
/** What is known of whoever stands at the door: the browser's name, and the network address. */
export type Visitor = { userAgent: string; address: string }
export type OpenedSession = { token: string; expiresAt: Date; isShared: boolean }

export const SESSION_COOKIE = 'boat_session'
const SESSION_MS = 30 * 86_400_000
/** On a device of the school, which somebody else takes next. */
const SHARED_SESSION_MS = 60 * 60_000

/** A new session, with a token that was never seen before: a session cannot be fixed from outside. */
export async function openSession(
  ctx: Ctx,
  { isShared = false, ...input }: { personId: string; method: SessionMethod; isShared?: boolean | undefined } & Visitor,
): Promise<OpenedSession> {
  const token = newToken()
  const now = ctx.now()
  const expiresAt = new Date(now.getTime() + (isShared ? SHARED_SESSION_MS : SESSION_MS))
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
      is_shared: isShared,
    })
    .execute()
  return { token, expiresAt, isShared }
}

/** Without an end, it is over with the browser. */
export const sessionCookie = (ctx: Ctx, token: string, expiresAt: Date | undefined): string => cookie(ctx, SESSION_COOKIE, token, expiresAt)

export const noSessionCookie = (ctx: Ctx): string => cookie(ctx, SESSION_COOKIE, '', new Date(0))

/** A choice that is kept on this device, for a year. */
export const choiceCookie = (ctx: Ctx, name: 'boat_locale' | 'boat_scheme', value: string): string => cookie(ctx, name, value, new Date(ctx.now().getTime() + 365 * 86_400_000))

function cookie(ctx: Ctx, name: string, value: string, expiresAt: Date | undefined): string {
  const secure = ctx.config.url.startsWith('https:') ? '; Secure' : ''
  const expires = expiresAt ? `; Expires=${expiresAt.toUTCString()}` : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${expires}${secure}`
}
