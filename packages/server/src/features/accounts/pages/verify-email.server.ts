import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router'
import { readVerificationLink, verifyEmail } from '#features/accounts/emails/verify-email.ts'
import { Refusal } from '#kit/errors.ts'
import { formAction, signedInCtx } from '#web/page.ts'
import { visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const title = translate(ctx.locale)('accounts:verify.title')
  try {
    const { address } = await readVerificationLink(ctx, params.token!, visitor(context))
    return data({ title, address, problem: undefined })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data({ title, address: undefined, problem: error.code }, { status: error.status })
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return formAction(await request.formData(), async () => {
    await verifyEmail(ctx, params.token!, visitor(context))
    return redirect('/account?done=email_verified')
  })
}
