import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { type HeldCredential, listHeld, respondToCredential } from '#features/credentials/index.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { presentImport } from '../imports/pages/present-import.ts'
import { listImports } from '../imports/read-imports.ts'
import { findSteps, onePerBadge, presentLine } from '../steps.ts'
import { presentHeld } from './present-held.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const held = await listHeld(ctx, ctx.actor.personId)
  const isNew = ({ response, state }: HeldCredential) => response === 'pending' && state !== 'revoked'
  const present = (credential: HeldCredential) => presentHeld(credential, ctx.locale)
  return {
    title: translate(ctx.locale)('passports:mine.title'),
    waiting: held.filter(isNew).map(present),
    kept: onePerBadge(held.filter((credential) => !isNew(credential) && credential.response !== 'declined')).map((credential) => {
      const steps = findSteps(
        held.filter((other) => !isNew(other)),
        credential.achievementId,
      )
      return { ...present(credential), line: steps && presentLine(steps, ctx.locale) }
    }),
    imported: (await listImports(ctx)).map((badge) => presentImport(badge, ctx.locale)),
    declined: held.filter(({ response }) => response === 'declined').map(present),
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
