import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { normalizeCode } from '#kit/secrets.ts'
import { formAction, pageCtx } from '#web/page.ts'
import { visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'
import { findHomeSlip } from '../open-at-home.ts'

export const loader = ({ context }: LoaderFunctionArgs) => ({ title: translate(pageCtx(context).locale)('departures:home.enter') })

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const code = normalizeCode(text(form, 'code'))
  return formAction(form, async () => {
    await findHomeSlip(pageCtx(context), { code, clientAddress: visitor(context).address })
    return redirect(`/leave/${encodeURIComponent(code)}`)
  })
}
