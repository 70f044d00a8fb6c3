import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction, orProblemPage, pageCtx, pageRequest, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { badgePath } from '../describe-endorsement.ts'
import { getEndorsement } from '../get-endorsement.ts'
import { presentEndorsement } from '../present-endorsement.ts'
import { withdrawEndorsement } from '../signing/withdraw-endorsement.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = pageCtx(context)
    context.get(pageRequest).responseHeaders.append('vary', 'Accept, Cookie')
    const { endorsement, badge, view, isPublic, mayWithdraw } = await getEndorsement(ctx, params.id!)
    return {
      title: translate(ctx.locale)('endorsements:one.title'),
      endorsement: presentEndorsement(endorsement, ctx.locale),
      badge: badge
        ? { name: badge.name, issuerName: badge.issuerName, path: view === 'holder' ? badgePath(badge) : badge.isPublic ? `/credentials/${badge.badgeId}` : null }
        : null,
      address: endorsement.address,
      view,
      isPublic,
      mayWithdraw,
    }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const form = await request.formData()
    return formAction(form, async () => {
      await withdrawEndorsement(ctx, { endorsementId: params.id! }, { reason: text(form, 'reason') })
      return redirect(`/endorsements/${params.id}?done=taken_back`)
    })
  })
