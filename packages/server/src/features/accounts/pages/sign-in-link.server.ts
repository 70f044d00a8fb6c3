import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router'
import { readSignInLink, signInWithLink } from '#features/accounts/sign-in/sign-in-with-link.ts'
import { Refusal } from '#kit/errors.ts'
import { formAction, pageCtx } from '#web/page.ts'
import { redirectSignedIn, visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  const title = translate(ctx.locale)('accounts:link.title')
  try {
    const { address, givenName } = await readSignInLink(ctx, params.token!, visitor(context))
    return data({ title, link: { address, givenName }, problem: undefined })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data({ title, link: undefined, problem: error.code }, { status: error.status })
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  return formAction(await request.formData(), async () => {
    const { next, ...session } = await signInWithLink(ctx, params.token!, visitor(context))
    return redirectSignedIn(ctx, session, next ?? '/')
  })
}
