import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { addFact } from '../add-fact.ts'
import { getNomination } from '../get-nomination.ts'
import { respondToNomination } from '../respond-to-nomination.ts'
import { sendAgain } from '../send-again.ts'
import { presentNomination } from './present.ts'
import { uploadAction } from './uploads.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const nomination = presentNomination(ctx, await getNomination(ctx, { nominationId: params.nominationId! }))
    return { title: nomination.badge.name, nomination }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const nominationId = params.nominationId!
    const here = `/me/nominations/${nominationId}?done=`
    return uploadAction(ctx, request, async (form, uploads) => {
      switch (form.get('intent')) {
        case 'fact':
          await addFact(ctx, { nominationId, text: text(form, 'text'), url: text(form, 'url'), uploads })
          return redirect(`${here}fact`)
        case 'send-again':
          await sendAgain(ctx, nominationId)
          return redirect(`${here}sent-again`)
        case 'decline':
          await respondToNomination(ctx, { nominationId, response: 'declined' })
          return redirect('/me/nominations?done=declined')
        default:
          await respondToNomination(ctx, { nominationId, response: 'accepted' })
          return redirect(`${here}accepted`)
      }
    })
  })
