import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { enterOrganization } from '#features/organizations/index.ts'
import { isUuid } from '#kit/uuid.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { inLanguage } from '../achievement.schema.ts'
import { adoptAchievement } from '../adoption/adopt-achievement.ts'
import { listAuthors, listNetworkBadges } from '../adoption/list-network-badges.ts'

/** What the network shares: the first place to look, before one more badge is made. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const query = new URL(request.url).searchParams
  const search = query.get('q')?.trim().slice(0, 100) ?? ''
  const asked = query.get('author') ?? ''
  return orProblemPage(request, async () => {
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'view')
    const authorId = isUuid(asked) ? asked : undefined
    const badges = await listNetworkBadges(ctx, { organizationId: organization.id, search, authorId })
    return {
      title: `${translate(ctx.locale)('achievements:library.title')} · ${organization.name}`,
      organization,
      can,
      search,
      authorId: authorId ?? '',
      authors: await listAuthors(ctx, organization.id),
      badges: badges.map(({ content, ...badge }) => ({
        ...badge,
        name: inLanguage(content.name, ctx.locale),
        description: inLanguage(content.description, ctx.locale),
        levels: content.levels.map(({ name }) => inLanguage(name, ctx.locale)),
      })),
    }
  })
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, async () => {
    const { organization } = await enterOrganization(ctx, params.slug!, 'design')
    return formAction(form, async () => {
      const achievementId = String(form.get('achievementId') ?? '')
      await adoptAchievement(ctx, { organizationId: organization.id, achievementId })
      return redirect(`/organizations/${organization.slug}/library/${achievementId}?done=adopted`)
    })
  })
}
