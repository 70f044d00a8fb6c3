import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { actOnRequest } from './act-on-request.ts'
import { presentAsked } from './present-asked.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const asked = await presentAsked(ctx, { requestId: params.requestId! })
    return { title: translate(ctx.locale)('endorsements:answer.title'), asked }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const form = await request.formData()
    const requestId = params.requestId!
    return formAction(form, async () => {
      const acted = await actOnRequest(ctx, { requestId }, form)
      if (!('done' in acted)) return acted
      return redirect(acted.done === 'declined' ? '/me/endorsements?done=declined' : `/me/endorsements/${requestId}?done=${acted.done}`)
    })
  })
