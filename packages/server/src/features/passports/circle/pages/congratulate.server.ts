import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import type { CongratulateInput } from '../circle.schema.ts'
import { congratulate, withdrawCongratulation } from '../congratulate/congratulate.ts'
import { findCongratulable } from '../congratulate/find-congratulable.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { personName, badgeName, image, closed, said } = await findCongratulable(ctx, params.badgeId!)
    return { title: translate(ctx.locale)('circle:congratulate.title', { person: personName }), personName, badgeName, image, closed, said }
  })

export async function action({ context, request, params }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  const badgeId = params.badgeId!
  return orProblemPage(request, () =>
    formAction(form, async () => {
      if (form.get('intent') === 'withdraw') {
        await withdrawCongratulation(ctx, badgeId)
        return redirect('/me/circle/news?done=circle_unsaid#circle')
      }
      // What was typed counts, whichever sentence was ticked before.
      const words = text(form, 'words')
      await congratulate(ctx, { badgeId, phrase: (words.trim() ? 'own' : text(form, 'phrase')) as CongratulateInput['phrase'], words })
      return redirect('/me/circle/news?done=circle_congratulated#circle')
    }),
  )
}
