import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router'
import { MIN_PASSWORD } from '#features/accounts/index.ts'
import { Refusal } from '#kit/errors.ts'
import { formAction, pageCtx } from '#web/page.ts'
import { redirectSignedIn, visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'
import { OpenAtHomeForm } from '../departures.schema.ts'
import { findHomeSlip, openAtHome } from '../open-at-home.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  const t = translate(ctx.locale)
  try {
    const { givenName, schoolName, isPupil } = await findHomeSlip(ctx, { code: params.code!, clientAddress: visitor(context).address })
    const tone = isPupil ? ('tu' as const) : ('vous' as const)
    return { title: t('departures:home.title', { name: givenName }), slip: { givenName, schoolName, tone }, minPassword: MIN_PASSWORD, problem: undefined }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, code } = error
    return data({ title: t('departures:home.enter'), slip: undefined, minPassword: MIN_PASSWORD, problem: code }, { status: status === 429 ? 429 : 404 })
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  const form = await request.formData()
  return formAction(form, async () => {
    const { session } = await openAtHome(ctx, { code: params.code!, ...OpenAtHomeForm.parse(Object.fromEntries(form)) }, visitor(context))
    return redirectSignedIn(ctx, session, '/me/leave?done=address')
  })
}
