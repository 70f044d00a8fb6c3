import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { inLanguage } from '#features/achievements/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { SCOPES } from '../guardians.schema.ts'
import { getMyFamily } from '../takeover/get-my-family.ts'
import { letGuardianSee, takeOver } from '../takeover/take-over.ts'
import { presentStanding } from './present-child.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const family = await getMyFamily(ctx)
    return {
      title: translate(ctx.locale)('guardians:mine.title'),
      isProtected: family.isProtected,
      takesOver: family.takesOver,
      guardians: family.guardians.map(({ declaredAt, ...guardian }) => ({ ...guardian, since: formatDay(declaredAt, ctx.locale) })),
      decisions: SCOPES.map((scope) => ({ scope, ...presentStanding(ctx, family.standing[scope]) })),
      sharedBefore: family.sharedBefore.map(({ credentialId, content, imageId, organization }) => ({
        id: credentialId,
        name: inLanguage(content.name, ctx.locale),
        imageId,
        organizationName: organization.name,
      })),
    }
  })

export const action = ({ context, request }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const form = await request.formData()
    return formAction(form, async () => {
      if (form.get('intent') === 'take-over') {
        await takeOver(ctx, { keep: form.getAll('keep').map(String) })
        return redirect('/me/family?done=taken_over')
      }
      const isShown = form.get('intent') === 'show'
      await letGuardianSee(ctx, { guardianshipId: String(form.get('guardianshipId')), isShown })
      return redirect(`/me/family?done=${isShown ? 'shown' : 'hidden'}`)
    })
  })
