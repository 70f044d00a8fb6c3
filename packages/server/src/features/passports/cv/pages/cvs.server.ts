import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formatDay } from '#kit/format-day.ts'
import { fileOf, readForm, text } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { createCv } from '../create-cv.ts'
import { refuse } from '../cv.errors.ts'
import type { CvLocale } from '../cv.schema.ts'
import { listCvs } from '../read-cvs.ts'
import { MAX_RESUME_BYTES, readResume } from '../read-resume.ts'
import { planRecord } from '../write-record.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const cvs = await listCvs(ctx)
    const { inside, leftOut } = await planRecord(ctx)
    return {
      title: translate(ctx.locale)('cv:list.title'),
      locale: ctx.locale,
      cvs: cvs.map(({ cvId, title, locale, badgeIds, changedAt, content }) => ({
        cvId,
        title,
        locale,
        headline: content.headline,
        badges: badgeIds.length,
        changedOn: formatDay(changedAt, ctx.locale),
      })),
      record: { inside: inside.length, leftOut },
    }
  })

/** From one’s badges, or from a file that another site wrote. */
export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return formAction(new FormData(), async () => {
    const form = await readForm(request, MAX_RESUME_BYTES)
    if (!form) throw refuse('resume_not_given')
    return formAction(form, async () => {
      const locale: CvLocale = text(form, 'locale') === 'en' ? 'en' : 'fr'
      const title = text(form, 'title')
      if (text(form, 'intent') !== 'import') return redirect(`/me/cv/${(await createCv(ctx, { locale, title })).cvId}/edit`)
      const file = fileOf(form, 'file')
      if (!file) throw refuse('resume_not_given')
      const from = readResume(ctx, new Uint8Array(await file.arrayBuffer()))
      return redirect(`/me/cv/${(await createCv(ctx, { locale, title, from })).cvId}/edit`)
    })
  })
}
