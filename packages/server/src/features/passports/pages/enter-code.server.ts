import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formAction, pageCtx } from '#web/page.ts'
import { visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'
import { isAccessCode } from '../access-cards/find-access-card.ts'
import { readClaimCode } from '../claim-code.ts'
import { findClaim } from '../find-claim.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return { title: translate(pageCtx(context).locale)('passports:enter.page_title') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  const form = await request.formData()
  const code = readClaimCode(String(form.get('code') ?? ''))
  return formAction(form, async () => {
    const input = { code, clientAddress: visitor(context).address }
    if (await isAccessCode(ctx, input)) return redirect(`/cards/${encodeURIComponent(code)}`)
    await findClaim(ctx, input)
    return redirect(`/claim/${encodeURIComponent(code)}`)
  })
}
