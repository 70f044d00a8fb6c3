import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { normalizeCode } from '#kit/secrets.ts'
import { formAction, pageCtx } from '#web/page.ts'
import { visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'
import { findSlip } from '../slips/find-slip.ts'

export const loader = ({ context }: LoaderFunctionArgs) => ({ title: translate(pageCtx(context).locale)('guardians:enter.title') })

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  const form = await request.formData()
  const code = normalizeCode(String(form.get('code') ?? ''))
  return formAction(form, async () => {
    await findSlip(ctx, { code, clientAddress: visitor(context).address })
    return redirect(`/family/${encodeURIComponent(code)}`)
  })
}
