import type { LoaderFunctionArgs } from 'react-router'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { listOwnBooklets } from '../own-booklets.ts'
import { sayIn } from '../present-booklet.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    return { title: sayIn(ctx)('list.title'), booklets: await listOwnBooklets(ctx) }
  })
