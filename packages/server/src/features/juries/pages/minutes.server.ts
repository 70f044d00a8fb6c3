import type { LoaderFunctionArgs } from 'react-router'
import { getOrganization } from '#features/organizations/index.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { getMinutes } from '../minutes/get-minutes.ts'
import { formatMoment } from './present.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { jury, minutes, finding } = await getMinutes(ctx, params.juryId!)
    const { slug, name } = await getOrganization(ctx, { id: jury.organization_id })
    return {
      title: `${translate(ctx.locale)('juries:minutes.title')} · ${minutes.title}`,
      juryId: jury.id,
      organization: { slug, name },
      finding,
      minutes: { ...minutes, startsAt: formatMoment(new Date(minutes.startsAt), ctx.locale), closedAt: formatMoment(new Date(minutes.closedAt), ctx.locale) },
    }
  })
