import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { getMail, resendMail } from '#features/delivery/index.ts'
import { formAction, orProblemPage, pageCtx } from '#web/page.ts'

export function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  return orProblemPage(request, async () => {
    const { createdAt, sentAt, html, ...mail } = await getMail(ctx, params.id!)
    const when = new Intl.DateTimeFormat(ctx.locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })
    return {
      title: mail.subject,
      isDemonstration: ctx.config.mode === 'demonstration',
      mayResend: mail.state === 'failed' && ctx.actor.kind === 'person' && ctx.actor.isNetworkAdmin,
      // Inside its frame, a mail's links open the page itself.
      html: html.replace('<head>', '<head><base target="_top">'),
      mail: { ...mail, created: when.format(createdAt), sent: sentAt && when.format(sentAt) },
    }
  })
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  const form = await request.formData()
  return orProblemPage(request, () =>
    formAction(form, async () => {
      await resendMail(ctx, params.id!)
      return redirect(`/network/mails/${params.id}?done=resent`)
    }),
  )
}
