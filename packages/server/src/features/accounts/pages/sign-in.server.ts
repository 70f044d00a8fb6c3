import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { isDemonstrationRole, localPath } from '#features/accounts/accounts.schema.ts'
import { enterDemonstration, listDemonstrationRoles } from '#features/accounts/sign-in/demonstration.ts'
import { requestLink } from '#features/accounts/sign-in/request-link.ts'
import { signInWithPassword } from '#features/accounts/sign-in/sign-in-with-password.ts'
import { refuse } from '#kit/errors.ts'
import { formAction, orProblemPage, pageCtx } from '#web/page.ts'
import { redirectSignedIn, visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  const next = localPath(new URL(request.url).searchParams.get('next'))
  const isDemonstration = ctx.config.mode === 'demonstration'
  // In a demonstration one comes back here to change roles.
  if (ctx.actor.kind === 'person' && !isDemonstration) throw redirect(next ?? '/')
  return {
    title: translate(ctx.locale)('accounts:sign_in.title'),
    next,
    isDemonstration,
    keepsMails: ctx.mailTransport.kind !== 'smtp',
    roles: await listDemonstrationRoles(ctx),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  const form = await request.formData()
  const next = localPath(form.get('next'))
  const text = (name: string) => String(form.get(name) ?? '')
  const run = async () => {
    switch (form.get('intent')) {
      case 'password': {
        const session = await signInWithPassword(ctx, { address: text('address'), password: text('password') }, visitor(context))
        return redirectSignedIn(ctx, session, next ?? '/')
      }
      case 'link':
        await requestLink(ctx, { address: text('address'), purpose: 'sign-in', next, from: visitor(context).address })
        return redirect(`/sign-in?done=link_sent${next ? `&next=${encodeURIComponent(next)}` : ''}`)
      case 'role': {
        const role = form.get('role')
        if (!isDemonstrationRole(role)) throw refuse('invalid_input')
        return redirectSignedIn(ctx, await enterDemonstration(ctx, role, visitor(context)), next ?? '/')
      }
      default:
        throw refuse('invalid_input')
    }
  }
  return orProblemPage(request, () => formAction(form, run))
}
