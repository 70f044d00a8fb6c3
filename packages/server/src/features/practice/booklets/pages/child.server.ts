import type { LoaderFunctionArgs } from 'react-router'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { getChildBooklet } from '../child-booklets.ts'
import { presentBooklet, sayIn } from '../present-booklet.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const childId = params.childId!
    const booklet = presentBooklet(ctx, await getChildBooklet(ctx, { childId, programmeId: params.programmeId! }))
    return { title: `${sayIn(ctx)('child.title', { name: booklet.givenName })} · ${booklet.programme}`, childId, booklet }
  })
