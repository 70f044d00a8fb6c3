import type { LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { getOrganization } from '#features/organizations/index.ts'
import { orProblemPage, pageCtx, pageRequest } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { buildIssuerProfile } from '../build-issuer-profile.ts'
import { getIssuer } from '../get-issuer.ts'
import { listPublishedBadges } from '../list-published-badges.ts'
import { OB_CONTEXT } from '../ob-context.ts'

/** Who issues, for everybody. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  context.get(pageRequest).responseHeaders.append('vary', 'Accept')
  return orProblemPage(request, async () => {
    const issuer = await getIssuer(ctx, { issuerId: params.issuerId! })
    const [{ name, type, commune, description, website }, badges, profile] = await Promise.all([
      getOrganization(ctx, { id: issuer.organizationId }),
      listPublishedBadges(ctx, issuer.organizationId),
      buildIssuerProfile(ctx, issuer.id),
    ])
    const pick = (text: { fr: string; en?: string }) => (ctx.locale === 'en' && text.en) || text.fr
    return {
      organizationId: issuer.organizationId,
      isFollowed: await isFollowed(ctx, issuer.organizationId),
      title: translate(ctx.locale)('issuers:page.title', { name }),
      url: issuer.url,
      did: issuer.did,
      name,
      type,
      commune: commune && `${commune.name} (${commune.departmentCode})`,
      description,
      website,
      badges: badges.map((badge) => ({ ...badge, name: pick(badge.name), description: pick(badge.description), imageAlt: pick(badge.imageAlt) })),
      jsonLd: { '@context': OB_CONTEXT, ...profile },
    }
  })
}

/** By the one who looks, for themselves alone. */
async function isFollowed(ctx: Ctx, organizationId: string): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false
  const row = await ctx.db.selectFrom('follow').select('since').where('person_id', '=', ctx.actor.personId).where('organization_id', '=', organizationId).executeTakeFirst()
  return row !== undefined
}
