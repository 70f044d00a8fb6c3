import type { Ctx } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import { presentEndorsement } from '../present-endorsement.ts'
import type { Door } from '../requests/find-asked.ts'
import { type Asked, getAsked } from '../requests/get-asked.ts'
import { presentBadge } from './present-badge.ts'

/** What whoever was asked sees, by either door. */
export async function presentAsked(ctx: Ctx, door: Door) {
  const asked = await getAsked(ctx, door)
  const picture = 'token' in door ? `/e/${door.token}/picture.png` : `/me/endorsements/${door.requestId}/picture.png`
  return {
    requestId: asked.requestId,
    state: asked.state,
    isOutsider: asked.isOutsider,
    hasAccount: asked.hasAccount,
    askedName: asked.askedName,
    askedFunction: asked.askedFunction,
    signers: asked.signers,
    request: asked.request && presentRequest(ctx, asked.request, picture),
    answer: asked.answer && presentEndorsement(asked.answer, ctx.locale),
  }
}

const presentRequest = (ctx: Ctx, request: NonNullable<Asked['request']>, picture: string) => ({
  holderName: request.holderName,
  givenName: request.givenName,
  isChild: request.isChild,
  className: request.className,
  message: request.message,
  until: formatDay(request.expiresAt, ctx.locale),
  badge: presentBadge(request.badge, picture),
})

export type PresentedAsked = Awaited<ReturnType<typeof presentAsked>>
