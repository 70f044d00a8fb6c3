import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { refuse } from '#kit/errors.ts'
import { texts } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { readStructures } from '../shown/read-structures.ts'
import { chooseShown } from '../shown/show-badge.ts'
import { presentLight } from './present-light.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { isProtected, structures } = await readStructures(ctx)
    const structure = structures.find(({ slug }) => slug === params.slug)
    if (!structure) throw refuse('not_found')
    const { compare } = new Intl.Collator(ctx.locale)
    return {
      title: translate(ctx.locale)('circle:choose.title', { structure: structure.name }),
      name: structure.name,
      isProtected,
      badges: structure.choice.map((badge) => ({ ...presentLight(badge, ctx.locale), isShown: structure.shownIds.has(badge.badgeId) })).toSorted((a, b) => compare(a.name, b.name)),
    }
  })

export async function action({ context, request, params }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, async () => {
    const { structures } = await readStructures(ctx)
    const structure = structures.find(({ slug }) => slug === params.slug)
    if (!structure) throw refuse('not_found')
    return formAction(form, async () => {
      await chooseShown(ctx, { organizationId: structure.organizationId, badgeIds: texts(form, 'badgeId') })
      return redirect('/me/circle?done=circle_chosen#circle')
    })
  })
}
