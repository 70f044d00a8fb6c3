import type { LoaderFunctionArgs } from 'react-router'
import { signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { readOverview } from '../read-overview.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return { title: translate(ctx.locale)('archive:data.title'), ...(await readOverview(ctx)) }
}
