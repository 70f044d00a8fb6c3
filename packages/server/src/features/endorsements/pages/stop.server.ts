import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router'
import { Refusal } from '#kit/errors.ts'
import { formAction, orProblemPage, pageRequest } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { allowMails, readStop, stopMails } from '../requests/mail-stops.ts'

/** Looking changes nothing: programs that open every link of a mail must not decide for its reader. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { ctx, responseHeaders } = context.get(pageRequest)
  responseHeaders.set('x-robots-tag', 'noindex')
  const title = translate(ctx.locale)('endorsements:stop.title')
  try {
    return { title, stop: await readStop(ctx, params.token!) }
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return data({ title, stop: null }, { status: 404 })
    throw error
  }
}

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const { ctx } = context.get(pageRequest)
    const form = await request.formData()
    return formAction(form, async () => {
      await (form.get('intent') === 'allow' ? allowMails : stopMails)(ctx, params.token!)
      return redirect(`/e/${params.token}/stop`)
    })
  })
