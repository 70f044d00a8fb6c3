import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { listHeld, respondToCredential } from '#features/credentials/index.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { presentHeld } from './present-held.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const held = (await listHeld(ctx, ctx.actor.personId)).map((credential) => presentHeld(credential, ctx.locale))
  const isNew = ({ response, state }: (typeof held)[number]) => response === 'pending' && state !== 'revoked'
  return {
    title: translate(ctx.locale)('passports:mine.title'),
    waiting: held.filter(isNew),
    kept: held.filter((badge) => !isNew(badge) && badge.response !== 'declined'),
    declined: held.filter(({ response }) => response === 'declined'),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, () =>
    formAction(form, async () => {
      const response = form.get('response') === 'declined' ? 'declined' : 'accepted'
      await respondToCredential(ctx, { credentialId: String(form.get('credentialId')), response })
      return redirect(`/me/badges?done=${response}`)
    }),
  )
}
