import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { getPerson } from '#features/accounts/index.ts'
import { findGiver } from '#features/achievements/index.ts'
import { credentialUrl, listHeld, readSharing, respondToCredential, shareCredential } from '#features/credentials/index.ts'
import { presentBadgeEndorsements } from '#features/endorsements/index.ts'
import { refuse } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import { qrPath } from '#kit/qr-code.ts'
import { isUuid } from '#kit/uuid.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { readBadgeCircle } from '../circle/pages/badge-circle.server.ts'
import { findNote } from '../collection/find-note.ts'
import { presentHeldSaid } from '../collection/pages/present-said.ts'
import { receiveNote } from '../collection/pages/receive-note.ts'
import { findSteps } from '../steps.ts'
import { presentHeld } from './present-held.ts'
import { presentSteps } from './present-steps.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { personId } = ctx.actor
    const [held] = isUuid(params.id!) ? await listHeld(ctx, personId, { credentialIds: [params.id!] }) : []
    if (!held) throw refuse('not_found')
    const badge = presentHeld(held, ctx.locale)
    const steps = findSteps(await listHeld(ctx, personId, { achievementId: held.achievementId }), held.achievementId)
    const person = await getPerson(ctx, personId)
    const sharing = await readSharing(ctx, personId)
    const url = credentialUrl(ctx, held.credentialId)
    return {
      title: `${badge.name} · ${translate(ctx.locale)('passports:mine.title')}`,
      badge,
      circle: await readBadgeCircle(ctx, held.credentialId),
      note: await findNote(ctx, held.credentialId),
      said: await presentHeldSaid(ctx, held),
      steps: steps ? await presentSteps(ctx, steps) : null,
      localNote: (await findGiver(ctx, { organizationId: held.organization.id, achievementId: held.achievementId }))?.localNote ?? '',
      fullName: `${person.givenName} ${person.familyName}`.trim(),
      needsConsent: sharing.isProtected && !sharing.familyAllows,
      isProtected: sharing.isProtected,
      familySaidYesOn: sharing.isProtected && sharing.familyAllows && sharing.familyAllowedAt ? formatDay(sharing.familyAllowedAt, ctx.locale) : null,
      url,
      qr: held.isShared ? qrPath(url) : null,
      endorsements: await presentBadgeEndorsements(ctx, held.credentialId),
    }
  })

export async function action({ context, request, params }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  const credentialId = String(params.id)
  return orProblemPage(request, () =>
    formAction(form, async () => {
      const intent = form.get('intent')
      if (intent === 'note') {
        await receiveNote(ctx, credentialId, form)
        return redirect(`/me/badges/${credentialId}?done=noted`)
      }
      if (intent === 'share' || intent === 'unshare') {
        await shareCredential(ctx, { credentialId, isShared: intent === 'share' })
        return redirect(`/me/badges/${credentialId}?done=${intent}d`)
      }
      const response = form.get('response') === 'declined' ? 'declined' : 'accepted'
      await respondToCredential(ctx, { credentialId, response })
      return redirect(`/me/badges/${credentialId}?done=${response}`)
    }),
  )
}
