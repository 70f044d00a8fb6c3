import type { LoaderFunctionArgs } from 'react-router'
import { enterOrganization } from '#features/organizations/index.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { inLanguage } from '../achievement.schema.ts'
import { listAchievements } from '../list-achievements.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const search = new URL(request.url).searchParams.get('q')?.trim().slice(0, 100) ?? ''
  return orProblemPage(request, async () => {
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'view')
    const cards = await listAchievements(ctx, organization.id, { search })
    return {
      title: translate(ctx.locale)('achievements:list.page_title', { name: organization.name }),
      organization,
      can,
      search,
      badges: cards.map(({ name, description, imageAlt: _alt, ...card }) => ({ ...card, name: inLanguage(name, ctx.locale), description: inLanguage(description, ctx.locale) })),
    }
  })
}
