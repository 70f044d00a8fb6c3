import { type ActionFunctionArgs, redirect, redirectDocument } from 'react-router'
import { closeSession } from '#features/accounts/sessions/close-session.ts'
import { noSessionCookie } from '#features/accounts/sessions/open-session.ts'
import { pageCtx } from '#web/page.ts'

export const loader = () => redirect('/')

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  if (ctx.actor.kind === 'person') await closeSession(ctx)
  // A tablet that goes on to the next pupil waits for a card.
  const to = new URL(request.url).searchParams.get('to') === 'card' ? '/claim?done=bye' : '/sign-in?done=signed_out'
  return redirectDocument(to, { headers: { 'set-cookie': noSessionCookie(ctx) } })
}
