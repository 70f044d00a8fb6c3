import type { Ctx } from '#ctx'
import { enterOrganization } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import type { AchievementContent } from '../../achievement.schema.ts'
import { isGivenBy } from '../../adoption/get-given-version.ts'
import type { Draft } from '../../draft.ts'
import { inLanguage } from '../../localized-text.ts'

/** A badge that this structure defined or adopted, for those who look after its resources. */
export async function enterResources(ctx: Ctx, params: { slug?: string; achievementId?: string }, action: 'view' | 'design') {
  const { organization, can } = await enterOrganization(ctx, params.slug!, action)
  const achievementId = params.achievementId!
  const badge = isUuid(achievementId)
    ? await ctx.db
        .selectFrom('achievement')
        .select(['organization_id', 'draft'])
        .select((eb) => eb.selectFrom('achievement_version').select('content').whereRef('achievement_id', '=', 'achievement.id').orderBy('number', 'desc').limit(1).as('content'))
        .where('id', '=', achievementId)
        .executeTakeFirst()
    : undefined
  if (!badge || !(await isGivenBy(ctx, { organizationId: organization.id, achievementId, authorId: badge.organization_id }))) throw refuse('not_found')
  const content = (badge.content as AchievementContent | null) ?? (badge.draft as Draft | null)?.content
  const isOwn = badge.organization_id === organization.id
  const home = `/organizations/${organization.slug}`
  return {
    organization,
    can,
    place: { organizationId: organization.id, achievementId },
    badge: { name: content ? inLanguage(content.name, ctx.locale) : '', to: `${home}/${isOwn ? 'achievements' : 'library'}/${achievementId}` },
    here: `${home}/achievements/${achievementId}/resources`,
  }
}
