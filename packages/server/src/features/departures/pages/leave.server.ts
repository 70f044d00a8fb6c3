import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { addEmail, MIN_PASSWORD, setPassword } from '#features/accounts/index.ts'
import { text } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'
import { leaveStructure, readLeaving } from '../leave-structure.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    return { title: translate(ctx.locale)('departures:leave.title'), minPassword: MIN_PASSWORD, ...(await readLeaving(ctx)) }
  })

export const action = ({ context, request }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const form = await request.formData()
    return formAction(form, async () => {
      const intent = text(form, 'intent')
      if (intent === 'address') await addEmail(ctx, { address: text(form, 'address'), from: visitor(context).address })
      else if (intent === 'password') await setPassword(ctx, { password: text(form, 'password'), repeated: text(form, 'repeatedPassword') })
      else await leaveStructure(ctx, text(form, 'organizationId'))
      return redirect(`/me/leave?done=${intent === 'address' ? 'address' : intent === 'password' ? 'password' : 'left'}`)
    })
  })
