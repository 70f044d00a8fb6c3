import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { choiceCookie } from '#features/accounts/index.ts'
import { Refusal } from '#kit/errors.ts'
import { formAction, orProblemPage, pageRequest, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { getAsked } from '../requests/get-asked.ts'
import { takeIntoAccount } from '../requests/take-into-account.ts'
import { actOnRequest } from './act-on-request.ts'
import { presentAsked } from './present-asked.ts'

/** The link is a secret: no search engine keeps it, and pages tell no other site where one comes from. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { ctx, responseHeaders } = context.get(pageRequest)
  responseHeaders.set('x-robots-tag', 'noindex')
  const token = params.token!
  const title = translate(ctx.locale)('endorsements:answer.title')
  try {
    await speakTheirLanguage(ctx, request, token)
    const asked = await presentAsked(ctx, { token })
    return { title, asked, token, isSignedIn: ctx.actor.kind === 'person' }
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return data({ title, asked: null, token: '', isSignedIn: false }, { status: 404 })
    throw error
  }
}

/** Whoever follows the link reads the language of the mail, unless they chose another one. */
async function speakTheirLanguage(ctx: Ctx, request: Request, token: string): Promise<void> {
  const { locale } = await getAsked(ctx, { token })
  const hasChosen = ctx.actor.kind === 'person' || /(?:^|;\s*)boat_locale=/.test(request.headers.get('cookie') ?? '')
  const url = new URL(request.url)
  if (locale === ctx.locale || hasChosen || url.searchParams.has('language')) return
  // Said in the address as well: a browser without cookies must not turn round and round.
  throw redirect(`/e/${token}?language=${locale}`, { headers: { 'set-cookie': choiceCookie(ctx, 'boat_locale', locale) } })
}

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const { ctx } = context.get(pageRequest)
    const form = await request.formData()
    const token = params.token!
    return formAction(form, async () => {
      if (form.get('intent') === 'account') {
        const { requestId } = await takeIntoAccount(signedInCtx(context, request), token)
        return redirect(`/me/endorsements/${requestId}`)
      }
      const acted = await actOnRequest(ctx, { token }, form)
      return 'done' in acted ? redirect(`/e/${token}?done=${acted.done}`) : acted
    })
  })
