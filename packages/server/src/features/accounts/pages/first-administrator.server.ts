import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router'
import { becomeFirstAdministrator, readFirstAdministratorLink } from '#features/accounts/sign-in/first-administrator.ts'
import { MIN_PASSWORD } from '#features/accounts/sign-in/password.ts'
import { Refusal } from '#kit/errors.ts'
import { formAction, pageCtx } from '#web/page.ts'
import { redirectSignedIn, visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  const title = translate(ctx.locale)('accounts:first.title')
  try {
    await readFirstAdministratorLink(ctx, params.token!, visitor(context))
    return data({ title, minPassword: MIN_PASSWORD, isAlive: true })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data({ title, minPassword: MIN_PASSWORD, isAlive: false }, { status: error.status })
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  return formAction(form, async () => {
    const input = { givenName: text('givenName'), familyName: text('familyName'), address: text('address'), password: text('password'), repeated: text('repeatedPassword') }
    return redirectSignedIn(ctx, await becomeFirstAdministrator(ctx, params.token!, input, visitor(context)), '/')
  })
}
