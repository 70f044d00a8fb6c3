import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { readCongratulationChoices } from '../congratulate/keep-congratulations.ts'
import { readStructures } from '../shown/read-structures.ts'
import { actOnCircle } from './act-on-circle.ts'
import { presentLight } from './present-light.ts'

/** What my structures see, and what I decide of it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const [{ isProtected, structures }, congratulations] = await Promise.all([readStructures(ctx), readCongratulationChoices(ctx)])
  return {
    title: translate(ctx.locale)('circle:page_title'),
    isProtected,
    congratulations,
    structures: structures.map(({ organizationId, slug, name, given, choice, shownIds }) => ({
      organizationId,
      slug,
      name,
      given: given.map((badge) => badge.name),
      hasChoice: choice.length > 0,
      shown: choice.filter(({ badgeId }) => shownIds.has(badgeId)).map((badge) => presentLight(badge, ctx.locale)),
    })),
  }
}

/** Every form of the circle comes here, from whatever page it stands on, and goes back there. */
export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, () =>
    formAction(form, async () => {
      const done = await actOnCircle(ctx, form)
      return redirect(`${backTo(text(form, 'back'))}?done=${done}#circle`)
    }),
  )
}

const PAGES = /^\/(?:me\/(?:badges|imports)\/[0-9a-f-]{36}|me\/circle(?:\/[a-z]+)?|issuers\/[0-9a-f-]{36})$/

/** To pages of ours alone. */
const backTo = (path: string): string => (PAGES.test(path) ? path : '/me/circle')
