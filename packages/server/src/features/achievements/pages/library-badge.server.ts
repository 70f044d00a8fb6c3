import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { enterOrganization } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { inLanguage } from '../achievement.schema.ts'
import { adoptAchievement } from '../adoption/adopt-achievement.ts'
import { takeLatestVersion, writeLocalNote } from '../adoption/change-adoption.ts'
import { endAdoption } from '../adoption/end-adoption.ts'
import { getNetworkBadge } from '../adoption/get-network-badge.ts'
import { compareContents } from '../compare-contents.ts'
import { presentBody } from './present-body.ts'

/** A badge of another structure: to adopt, or adopted. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, async () => {
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'view')
    const { version, next, author, isShared, adoption } = await getNetworkBadge(ctx, { organizationId: organization.id, achievementId: params.achievementId! })
    return {
      title: `${inLanguage(version.content.name, ctx.locale)} · ${translate(ctx.locale)('achievements:library.title')} · ${organization.name}`,
      organization,
      can,
      achievementId: version.achievementId,
      number: version.number,
      body: presentBody(ctx, version.content, version.imageId),
      author,
      isShared,
      isArchived: version.isArchived,
      adoption: adoption && { localNote: adoption.localNote, since: formatDay(adoption.adoptedAt, ctx.locale) },
      next: next && { number: next.number, comparison: compareContents(version.content, next.content) },
    }
  })
}

const CHANGES = { adopt: adoptAchievement, note: writeLocalNote, 'take-version': takeLatestVersion, end: endAdoption } as const
const DONE = { adopt: 'adopted', note: 'note', 'take-version': 'version-taken', end: 'adoption-ended' } as const

export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, async () => {
    const { organization } = await enterOrganization(ctx, params.slug!, 'design')
    await getNetworkBadge(ctx, { organizationId: organization.id, achievementId: params.achievementId! })
    const intent = String(form.get('intent')) as keyof typeof CHANGES
    if (!Object.hasOwn(CHANGES, intent)) throw refuse('invalid_input')
    return formAction(form, async () => {
      const achievementId = params.achievementId!
      await CHANGES[intent](ctx, { organizationId: organization.id, achievementId, localNote: String(form.get('localNote') ?? '') })
      const library = `/organizations/${organization.slug}/library`
      return redirect(`${intent === 'end' ? library : `${library}/${achievementId}`}?done=${DONE[intent]}`)
    })
  })
}
