import type { LoaderFunctionArgs } from 'react-router'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { listChildBooklets } from '../child-booklets.ts'
import { sayIn } from '../present-booklet.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { child, booklets } = await listChildBooklets(ctx, params.childId!)
    return { title: sayIn(ctx)('child.title', { name: child.givenName }), child, booklets }
  })
