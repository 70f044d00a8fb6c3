import type { LoaderFunctionArgs } from 'react-router'
import { ensureIssuer } from '#features/issuers/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import { orProblemPage, pageCtx, pageRequest } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { inLanguage } from '../achievement.schema.ts'
import { readNumber } from '../achievement-number.ts'
import { listAdopters } from '../adoption/list-adopters.ts'
import { achievementUrl, versionUrl } from '../build-ob-achievement.ts'
import { getVersion, listVersions } from '../get-version.ts'
import { presentLevels } from '../levels.schema.ts'
import { presentObAchievement } from '../present-achievement.ts'
import { renderMarkdown } from '../render-markdown.ts'
import { listResources } from '../resources/list-resources.ts'
import { presentResource } from '../resources/pages/present-resource.ts'

/** A published badge, for everybody. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  context.get(pageRequest).responseHeaders.append('vary', 'Accept')
  return orProblemPage(request, async () => {
    const version = await getVersion(ctx, { achievementId: params.achievementId!, number: readNumber(params.number) })
    const [organization, { issuerId }, versions, jsonLd, adopters, resources] = await Promise.all([
      getOrganization(ctx, { id: version.organizationId }),
      ensureIssuer(ctx, version.organizationId),
      listVersions(ctx, version.achievementId),
      presentObAchievement(ctx, version),
      listAdopters(ctx, version.achievementId),
      listResources(ctx, version.achievementId),
    ])
    const { content } = version
    const say = (text: { fr: string; en?: string | undefined }) => inLanguage(text, ctx.locale)
    const isLatest = versions[0]?.number === version.number
    const url = params.number === undefined ? achievementUrl(ctx.config, version.achievementId) : versionUrl(ctx.config, version)
    return {
      title: translate(ctx.locale)('achievements:public.page_title', { name: say(content.name), organization: organization.name }),
      locale: ctx.locale,
      url,
      card: `${achievementUrl(ctx.config, version.achievementId)}/card.png`,
      achievementId: version.achievementId,
      number: version.number,
      publishedAt: version.publishedAt,
      isLatest,
      isArchived: version.isArchived,
      name: say(content.name),
      description: say(content.description),
      criteriaHtml: renderMarkdown(say(content.criteria)),
      achievementType: content.achievementType,
      tags: content.tags,
      alignments: content.alignments,
      levels: presentLevels(content.levels, ctx.locale),
      imageId: version.imageId,
      imageAlt: say(content.imageAlt),
      issuer: { id: issuerId, name: organization.name },
      versions,
      adopters: adopters.map(({ organizationId, name, localNote }) => ({ organizationId, name, localNote })),
      resources: resources.map((resource) => presentResource(ctx, resource)),
      jsonLd,
    }
  })
}
