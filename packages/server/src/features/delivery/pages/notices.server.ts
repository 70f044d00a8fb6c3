import type { LoaderFunctionArgs } from 'react-router'
import { formatDay } from '#kit/format-day.ts'
import { signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { listNotices, markSeen } from '../notices/list-notices.ts'

/** Opening the page is seeing: nobody has to tidy up. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const notices = await listNotices(ctx)
  await markSeen(
    ctx,
    notices.filter(({ isNew }) => isNew).map(({ noticeId }) => noticeId),
  )
  return {
    title: translate(ctx.locale)('delivery:notices.title'),
    notices: notices.map(({ createdAt, ...notice }) => ({ ...notice, day: formatDay(createdAt, ctx.locale) })),
  }
}
