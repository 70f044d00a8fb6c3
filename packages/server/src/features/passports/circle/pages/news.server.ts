import type { LoaderFunctionArgs } from 'react-router'
import { isProtected } from '#features/credentials/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { listFollowable } from '../follow/list-followable.ts'
import { readNews } from '../follow/read-news.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const page = Math.min(50, Math.max(1, Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1))
    const isChild = await isProtected(ctx, ctx.actor.personId)
    const { news, isLast } = isChild ? { news: [], isLast: true } : await readNews(ctx, { page })
    return {
      title: translate(ctx.locale)('circle:news.page_title'),
      isChild,
      follows: (await listFollowable(ctx)).some(({ isFollowed }) => isFollowed),
      page,
      isLast,
      news: news.map(({ at, ...item }) => ({ ...item, on: formatDay(at, ctx.locale) })),
    }
  })
