// What a page needs to let somebody in: who stands at the door, and an answer that carries the session.
import { type RouterContextProvider, redirectDocument } from 'react-router'
import type { Ctx } from '#ctx'
import { sessionCookie, type Visitor } from '#features/accounts/index.ts'
import { pageRequest } from '#web/page.ts'

export function visitor(context: Readonly<RouterContextProvider>): Visitor {
  const { userAgent, clientAddress } = context.get(pageRequest)
  return { userAgent, address: clientAddress }
}

/** Goes on as the person of this session. The whole document is loaded again: the language may be another. */
export const redirectSignedIn = (ctx: Ctx, session: { token: string; expiresAt: Date; isShared?: boolean }, path: string): Response =>
  redirectDocument(path, { headers: { 'set-cookie': sessionCookie(ctx, session.token, session.isShared ? undefined : session.expiresAt) } })
