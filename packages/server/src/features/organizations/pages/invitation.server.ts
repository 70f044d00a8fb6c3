import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { findPersonByEmail, getPerson, openSession, sessionCookie } from '#features/accounts/index.ts'
import { Refusal } from '#kit/errors.ts'
import { text } from '#kit/read-form.ts'
import { formAction, orProblemPage, pageCtx, pageRequest } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { acceptInvitation, acceptInvitationAsNewcomer, getInvitation } from '../people/accept-invitation.ts'

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = pageCtx(context)
    const t = translate(ctx.locale)
    const found = await findInvitation(ctx, params.token!)
    if ('problem' in found) return { title: t('organizations:invitation.over_title'), problem: found.problem }
    const { id: _, organizationId: __, ...invitation } = found
    return {
      title: t('organizations:invitation.title', { name: invitation.organizationName }),
      invitation,
      hasAccount: (await findPersonByEmail(ctx, invitation.address)) !== undefined,
      me: ctx.actor.kind === 'person' ? await nameOf(ctx, ctx.actor.personId) : null,
    }
  })

/** A link that is over is told kindly, not as an error. */
async function findInvitation(ctx: Ctx, token: string) {
  try {
    return await getInvitation(ctx, token)
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('invitation_')) return { problem: error.code }
    throw error
  }
}

async function nameOf(ctx: Ctx, personId: string): Promise<string> {
  const { givenName, familyName } = await getPerson(ctx, personId)
  return `${givenName} ${familyName}`.trim()
}

export const action = ({ context, params, request }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = pageCtx(context)
    const token = params.token!
    const form = await request.formData()
    return formAction(form, async () => {
      if (ctx.actor.kind === 'person') {
        const { slug } = await acceptInvitation(ctx, token)
        return redirect(`/organizations/${slug}?done=joined`)
      }
      const password = text(form, 'password')
      const { slug, personId } = await acceptInvitationAsNewcomer(ctx, token, {
        givenName: text(form, 'givenName'),
        familyName: text(form, 'familyName'),
        ...(password && { password }),
      })
      const { userAgent, clientAddress } = context.get(pageRequest)
      const session = await openSession(ctx, { personId, method: 'link', userAgent, address: clientAddress })
      return redirect(`/organizations/${slug}?done=joined`, { headers: { 'set-cookie': sessionCookie(ctx, session.token, session.expiresAt) } })
    })
  })
