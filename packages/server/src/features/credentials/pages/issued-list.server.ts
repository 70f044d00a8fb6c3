import type { LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import type { Ctx } from '#ctx'
import { inLanguage } from '#features/achievements/index.ts'
import { enterOrganization } from '#features/organizations/index.ts'
import { orProblemPage, pageCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { CREDENTIAL_STATES } from '../credentials.schema.ts'
import { countCardsToPrint, listIssued } from '../list-issued.ts'
import { firstMomentOf, formatDay, lastMomentOf } from './days.ts'

/** An address that somebody edited filters less, and never fails. */
const Filters = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  achievement: z.guid().optional().catch(undefined),
  state: z.enum(CREDENTIAL_STATES).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  return orProblemPage(request, async () => {
    const { organization, can } = await enterOrganization(ctx, params['slug']!, 'view-people')
    const filters = Filters.parse(Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== '')))
    const { rows, next } = await listIssued(ctx, organization.id, {
      search: filters.q,
      achievementId: filters.achievement,
      state: filters.state,
      from: filters.from && firstMomentOf(filters.from),
      until: filters.until && lastMomentOf(filters.until),
      after: filters.after,
    })
    return {
      organization: { slug: organization.slug, name: organization.name },
      can,
      title: translate(ctx.locale)('credentials:issued.title'),
      filters,
      isFiltered: Boolean(filters.q || filters.achievement || filters.state || filters.from || filters.until),
      cardsToPrint: can.issue ? await countCardsToPrint(ctx, organization.id) : 0,
      badges: await listBadges(ctx, organization.id),
      rows: rows.map(({ badgeName, issuedAt, cardPrintedAt, ...row }) => ({
        ...row,
        badgeName: inLanguage(badgeName, ctx.locale),
        issuedOn: formatDay(ctx, issuedAt),
        cardPrintedOn: cardPrintedAt && formatDay(ctx, cardPrintedAt),
      })),
      next: next ? `?${new URLSearchParams({ ...withoutEmpty(filters), after: next })}` : null,
    }
  })
}

/** Every badge that was ever issued here, archived or not. */
async function listBadges(ctx: Ctx, organizationId: string) {
  const rows = await ctx.db
    .selectFrom('achievement_version')
    .innerJoin('achievement', 'achievement.id', 'achievement_version.achievement_id')
    .distinctOn('achievement.id')
    .select(['achievement.id', 'achievement_version.content'])
    .where((where) =>
      where.or([
        where('achievement.organization_id', '=', organizationId),
        where.exists(where.selectFrom('credential').whereRef('achievement_id', '=', 'achievement.id').where('credential.organization_id', '=', organizationId)),
      ]),
    )
    .orderBy('achievement.id')
    .orderBy('achievement_version.number', 'desc')
    .execute()
  const badges = rows.map(({ id, content }) => ({ achievementId: id, name: inLanguage((content as { name: { fr: string; en?: string } }).name, ctx.locale) }))
  return badges.sort((a, b) => a.name.localeCompare(b.name, ctx.locale))
}

const withoutEmpty = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])))
