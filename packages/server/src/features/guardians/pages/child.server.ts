import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { fields, formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { decideForChild } from '../consent/decide-for-child.ts'
import { getChild } from '../consent/list-children.ts'
import { DecideInput } from '../guardians.schema.ts'
import { presentChild } from './present-child.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const child = presentChild(ctx, await getChild(ctx, params.childId!))
    return { title: `${child.givenName} · ${translate(ctx.locale)('guardians:children.title')}`, child }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const form = await request.formData()
    return formAction(form, async () => {
      const input = DecideInput.parse({ ...fields(form), childId: params.childId })
      await decideForChild(ctx, input)
      return redirect(`/me/children/${input.childId}?done=${input.scope}_${input.decision}#${input.scope}`)
    })
  })
