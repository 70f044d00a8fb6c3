import type { LoaderFunctionArgs } from 'react-router'
import { listMails } from '#features/delivery/index.ts'
import { orProblemPage, pageCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  const query = new URL(request.url).searchParams
  const page = Math.min(Math.max(Math.trunc(Number(query.get('page'))) || 1, 1), 10_000)
  const state = query.get('state') === 'failed' ? 'failed' : undefined
  return orProblemPage(request, async () => {
    const { mails, ...found } = await listMails(ctx, { page, state })
    const when = new Intl.DateTimeFormat(ctx.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Paris' })
    return {
      title: translate(ctx.locale)('delivery:mails.title'),
      page,
      state,
      isDemonstration: ctx.config.mode === 'demonstration',
      leaves: ctx.mailTransport.kind === 'smtp',
      isNetworkAdmin: ctx.actor.kind === 'person' && ctx.actor.isNetworkAdmin,
      mails: mails.map(({ createdAt, ...mail }) => ({ ...mail, at: when.format(createdAt) })),
      ...found,
    }
  })
}
