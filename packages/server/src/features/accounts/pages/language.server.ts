import { type ActionFunctionArgs, redirect, redirectDocument } from 'react-router'
import { Locale, localPath } from '#features/accounts/accounts.schema.ts'
import { choiceCookie } from '#features/accounts/sessions/open-session.ts'
import { updatePreferences } from '#features/accounts/update-person.ts'
import { pageCtx } from '#web/page.ts'
import { cameFrom } from './came-from.server.ts'

export const loader = () => redirect('/')

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  const form = await request.formData()
  const locale = Locale.catch('fr').parse(form.get('locale'))
  if (ctx.actor.kind === 'person') await updatePreferences(ctx, { locale })
  return redirectDocument(localPath(String(form.get('from') ?? '')) ?? cameFrom(request), { headers: { 'set-cookie': choiceCookie(ctx, 'boat_locale', locale) } })
}
