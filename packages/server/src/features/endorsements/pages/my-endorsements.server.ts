import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Locale } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import { text } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { badgePath } from '../describe-endorsement.ts'
import { readFaces } from '../read-faces.ts'
import { remindOfRequest, withdrawRequest } from '../requests/follow-request.ts'
import { type ListedRequest, listAskedByMe, listAskedOfMe } from '../requests/list-requests.ts'
import { showEndorsement } from '../signing/show-endorsement.ts'
import { presentOwnFace } from './present-badge.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const [askedByMe, askedOfMe] = [await listAskedByMe(ctx), await listAskedOfMe(ctx)]
    return {
      title: translate(ctx.locale)('endorsements:mine.title'),
      toAnswer: askedOfMe.filter(({ state }) => state === 'open').map((asked) => present(asked, ctx.locale)),
      answered: askedOfMe.filter(({ state }) => state === 'answered').map((asked) => present(asked, ctx.locale)),
      asked: askedByMe.map((asked) => present(asked, ctx.locale)),
    }
  })

export const action = ({ context, request }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const form = await request.formData()
    const here = '/me/endorsements?done='
    return formAction(form, async () => {
      switch (form.get('intent')) {
        case 'show':
        case 'hide': {
          const isShown = form.get('intent') === 'show'
          const { badgeId } = await showEndorsement(ctx, { endorsementId: text(form, 'endorsementId'), isShown })
          const badge = (await readFaces(ctx, [badgeId])).get(badgeId)
          return redirect(`${badge ? badgePath(badge) : '/me/endorsements'}?done=endorsement_${isShown ? 'shown' : 'hidden'}#endorsements`)
        }
        case 'remind':
          await remindOfRequest(ctx, text(form, 'requestId'))
          return redirect(`${here}reminded`)
        default:
          await withdrawRequest(ctx, text(form, 'requestId'))
          return redirect(`${here}withdrawn`)
      }
    })
  })

const present = (asked: ListedRequest, locale: Locale) => ({
  requestId: asked.requestId,
  state: asked.state === 'answered' && asked.isEndorsementWithdrawn ? ('taken_back' as const) : asked.state,
  badge: presentOwnFace(asked.badge),
  path: badgePath(asked.badge),
  askedName: asked.askedName,
  holderName: asked.holderName,
  askedOn: formatDay(asked.createdAt, locale),
  until: formatDay(asked.expiresAt, locale),
  remindedOn: asked.remindedAt && formatDay(asked.remindedAt, locale),
  mayRemind: asked.mayRemind,
  reminderFrom: formatDay(asked.reminderFrom, locale),
})

export type PresentedRequest = ReturnType<typeof present>
