import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { readSharing } from '#features/credentials/index.ts'
import { refuse } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import { qrPath } from '#kit/qr-code.ts'
import { text } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { closeShare } from '../../shares/close-share.ts'
import { openShare } from '../../shares/open-share.ts'
import { copyCv } from '../create-cv.ts'
import { findCvShare } from '../find-cv-share.ts'
import { presentCv } from '../present-cv.ts'
import { getCv } from '../read-cvs.ts'
import { deleteCv } from '../save-cv.ts'
import { SHARE_DAYS } from './share-days.schema.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const cv = await presentCv(ctx, params.cvId!, { badgeAt: (badgeId, { kind }) => (kind === 'received' ? `/me/badges/${badgeId}` : `/me/imports/${badgeId}`) })
    if (!cv) throw refuse('not_found')
    const { title } = await getCv(ctx, cv.cvId)
    const share = await findCvShare(ctx, cv.cvId)
    return {
      title,
      cv,
      isProtected: (await readSharing(ctx, ctx.actor.personId)).isProtected,
      share: share && { address: share.address, until: share.expiresAt && formatDay(share.expiresAt, ctx.locale), qr: qrPath(share.address) },
    }
  })

export async function action({ context, request, params }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  const cvId = params.cvId!
  const intent = text(form, 'intent')
  return orProblemPage(request, () =>
    formAction(form, async () => {
      if (intent === 'delete') {
        await deleteCv(ctx, cvId)
        return redirect('/me/cv?done=deleted')
      }
      if (intent === 'copy') {
        const copy = await copyCv(ctx, { cvId, locale: text(form, 'locale') === 'en' ? 'en' : 'fr' })
        return redirect(`/me/cv/${copy.cvId}/edit`)
      }
      const { title } = await getCv(ctx, cvId)
      const share = await findCvShare(ctx, cvId)
      if (intent === 'close') {
        if (share) await closeShare(ctx, share.shareId)
        return redirect(`/me/cv/${cvId}?done=closed`)
      }
      // Pressed twice, it is one address.
      if (!share) {
        const days = Number(SHARE_DAYS.find((known) => known === text(form, 'days')) ?? SHARE_DAYS[1])
        const label = translate(ctx.locale)('cv:share.label', { title }).slice(0, 120)
        await openShare(ctx, { scope: 'cv', cvId, label, expiresAt: new Date(ctx.now().getTime() + days * 86_400_000) })
      }
      return redirect(`/me/cv/${cvId}?done=opened`)
    }),
  )
}
