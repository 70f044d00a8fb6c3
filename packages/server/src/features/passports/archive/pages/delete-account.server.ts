import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from 'react-router'
import { getPerson, noSessionCookie } from '#features/accounts/index.ts'
import { text } from '#kit/read-form.ts'
import { formAction, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { deleteAccount } from '../deletion/delete-account.ts'
import { findObstacles } from '../deletion/find-obstacles.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const { hasPassword } = await getPerson(ctx, ctx.actor.personId)
  return { title: translate(ctx.locale)('archive:delete.title'), personId: ctx.actor.personId, hasPassword, ...(await findObstacles(ctx)) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return formAction(form, async () => {
    await deleteAccount(ctx, { confirmation: text(form, 'confirmation'), password: text(form, 'password') })
    return redirectDocument('/goodbye', { headers: { 'set-cookie': noSessionCookie(ctx) } })
  })
}
