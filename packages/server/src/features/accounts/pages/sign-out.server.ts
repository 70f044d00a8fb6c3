import { type ActionFunctionArgs, redirect, redirectDocument } from 'react-router'
import { closeSession } from '#features/accounts/sessions/close-session.ts'
import { noSessionCookie } from '#features/accounts/sessions/open-session.ts'
import { pageCtx } from '#web/page.ts'

export const loader = () => redirect('/')

export async function action({ context }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  if (ctx.actor.kind === 'person') await closeSession(ctx)
  return redirectDocument('/sign-in?done=signed_out', { headers: { 'set-cookie': noSessionCookie(ctx) } })
}
