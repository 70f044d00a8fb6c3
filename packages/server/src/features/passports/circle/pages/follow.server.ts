import type { LoaderFunctionArgs } from 'react-router'
import { isProtected } from '#features/credentials/index.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { listFollowable } from '../follow/list-followable.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const search = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
    const isChild = await isProtected(ctx, ctx.actor.personId)
    return { title: translate(ctx.locale)('circle:follow.page_title'), isChild, search, structures: isChild ? [] : await listFollowable(ctx, { search }) }
  })
