import { data, type LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { Refusal } from '#kit/errors.ts'
import { pageCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { demandShare, type OpenShare } from '../find-share.ts'

type Visited = { ctx: Ctx; share: OpenShare; isMine: boolean }

/** For whoever has the address. Closed, over, or never there: one and the same page, which names nobody. */
export async function visiting<T extends object>({ context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>, present: (visited: Visited) => Promise<T>) {
  const ctx = pageCtx(context)
  try {
    const share = await demandShare(ctx, params.token ?? '')
    const isMine = ctx.actor.kind === 'person' && ctx.actor.personId === share.personId
    return { isOpen: true as const, ...(await present({ ctx, share, isMine })) }
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 404 && error.status !== 410)) throw error
    return data({ isOpen: false as const, title: translate(ctx.locale)('shares:over.title') }, { status: error.status })
  }
}
