import type { LoaderFunctionArgs } from 'react-router'
import { enterOrganization } from '#features/organizations/index.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { inLanguage } from '../achievement.schema.ts'
import { listAchievements } from '../list-achievements.ts'
import { listPublished } from '../list-published.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const search = new URL(request.url).searchParams.get('q')?.trim().slice(0, 100) ?? ''
  return orProblemPage(request, async () => {
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'view')
    const cards = await listAchievements(ctx, organization.id, { search })
    const adopted = search ? [] : (await listPublished(ctx, organization.id)).filter(({ adopted }) => adopted)
    return {
      title: translate(ctx.locale)('achievements:list.page_title', { name: organization.name }),
      organization,
      can,
      search,
      adopted: adopted.map(({ achievementId, content, imageId, adopted }) => ({
        achievementId,
        imageId,
        name: inLanguage(content.name, ctx.locale),
        description: inLanguage(content.description, ctx.locale),
        authorName: adopted!.authorName,
      })),
      badges: cards.map(({ name, description, imageAlt: _alt, ...card }) => ({ ...card, name: inLanguage(name, ctx.locale), description: inLanguage(description, ctx.locale) })),
    }
  })
}
