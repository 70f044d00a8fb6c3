import type { LoaderFunctionArgs } from 'react-router'
import { signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { listMyJuries } from '../read/list-juries.ts'
import { formatMoment } from './present.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const juries = await listMyJuries(ctx)
  return {
    title: translate(ctx.locale)('juries:mine.title'),
    juries: juries.map(({ startsAt, ...jury }) => ({ ...jury, moment: formatMoment(startsAt, ctx.locale) })),
  }
}
