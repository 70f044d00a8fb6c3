// What other structures share: to look at before one is made, and to take.
import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { adoptAchievement, listPublished, listResources } from '#features/achievements/index.ts'
import { demand, may, schoolYearOf } from '#features/organizations/index.ts'
import { refuse as refuseAnything } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { addRemark } from '../attempts/remarks.ts'
import type { Period } from '../browser/progress.ts'
import { shiftPeriods } from '../browser/school-years.ts'
import { refuse } from '../practice.errors.ts'
import { insertProgramme } from './create-programme.ts'
import { type ProgrammeBadge, readBadges, readPeriods, readPeriodsOf } from './get-programme.ts'

type Row = { programmeId: string; name: string; description: string; schoolYear: string; organizationId: string; organizationName: string }
export type SharedSummary = Row & { badgeCount: number; imageIds: string[]; periods: Period[] }
/** `given`: the structure gives it. `adoptable`: it may take it. `closed`: its author does not share it. */
export type SharedBadge = ProgrammeBadge & { standing: 'given' | 'adoptable' | 'closed'; authorName: string }
export type SharedProgramme = Row & { badges: SharedBadge[]; periods: Period[]; remarkCount: number }

const SHOWN = 60
const PICTURES = 6

/** Of the other structures, the latest first. */
export async function listSharedProgrammes(ctx: Ctx, { organizationId }: { organizationId: string }): Promise<SharedSummary[]> {
  await demand(ctx, 'issue', organizationId)
  const rows = await readShared(ctx, organizationId).orderBy('programme.shared_at', 'desc').limit(SHOWN).execute()
  const periods = await readPeriodsOf(
    ctx,
    rows.map(({ programmeId }) => programmeId),
  )
  const badges = await Promise.all(rows.map(({ programmeId }) => readBadges(ctx, programmeId)))
  return rows.map((row, place) => ({
    ...row,
    periods: periods.get(row.programmeId) ?? [],
    badgeCount: badges[place]!.length,
    imageIds: badges[place]!.slice(0, PICTURES).map(({ imageId }) => imageId),
  }))
}

/** With what keeps this structure from taking it, badge by badge. */
export async function getSharedProgramme(ctx: Ctx, { organizationId, programmeId }: { organizationId: string; programmeId: string }): Promise<SharedProgramme> {
  await demand(ctx, 'issue', organizationId)
  const row = isUuid(programmeId) ? await readShared(ctx, organizationId).where('programme.id', '=', programmeId).executeTakeFirst() : undefined
  if (!row) throw refuseAnything('not_found')
  const [badges, periods, authors, published, remarks] = await Promise.all([
    readBadges(ctx, programmeId),
    readPeriods(ctx, programmeId),
    readAuthors(ctx, programmeId),
    listPublished(ctx, organizationId),
    readBank(ctx, row),
  ])
  const given = new Set(published.map(({ achievementId }) => achievementId))
  return {
    ...row,
    periods,
    remarkCount: remarks.length,
    badges: badges.map((badge) => {
      const { authorName, isOpen } = authors.get(badge.achievementId)!
      return { ...badge, authorName, standing: given.has(badge.achievementId) ? 'given' : isOpen ? 'adoptable' : 'closed' }
    }),
  }
}

/**
 * Takes it for the present year, with the prepared remarks. What the structure does not give yet is adopted on the way, by somebody who may.
 * Taken twice it is two programmes: two teachers may each want their own.
 */
export async function copySharedProgramme(ctx: Ctx, { organizationId, programmeId }: { organizationId: string; programmeId: string }): Promise<{ programmeId: string }> {
  return transaction(ctx, async (ctx) => {
    const shared = await getSharedProgramme(ctx, { organizationId, programmeId })
    await adoptMissing(ctx, organizationId, shared.badges)
    const schoolYear = schoolYearOf(ctx.now())
    const copy = await insertProgramme(ctx, {
      input: {
        organizationId,
        name: shared.name,
        description: shared.description,
        schoolYear,
        badges: shared.badges.map(({ achievementId, requiredIds }) => ({ achievementId, requiredIds })),
        periods: shiftPeriods(shared.periods, shared.schoolYear, schoolYear),
      },
      copiedFrom: programmeId,
    })
    await copyRemarks(ctx, organizationId, shared)
    return copy
  })
}

async function adoptMissing(ctx: Ctx, organizationId: string, badges: readonly SharedBadge[]): Promise<void> {
  const named = (standing: SharedBadge['standing']) => badges.filter((badge) => badge.standing === standing)
  const namesOf = (some: readonly SharedBadge[]) => ({ names: some.map(({ content }) => content.name.fr).join(', ') })
  const closed = named('closed')
  if (closed.length > 0) throw refuse('badges_not_shared', namesOf(closed))
  const missing = named('adoptable')
  if (missing.length > 0 && !(await may(ctx, 'design', organizationId))) throw refuse('badges_to_adopt', namesOf(missing))
  for (const { achievementId } of missing) await adoptAchievement(ctx, { organizationId, achievementId })
}

/** A remark keeps what it points to when the copying structure may open it as well. */
async function copyRemarks(ctx: Ctx, organizationId: string, shared: SharedProgramme): Promise<void> {
  const bank = Map.groupBy(await readBank(ctx, shared), ({ achievementId }) => achievementId)
  for (const [achievementId, remarks] of bank) {
    const visible = new Set((await listResources(ctx, achievementId)).map(({ resourceId }) => resourceId))
    for (const { text, resourceId } of remarks) await addRemark(ctx, { organizationId, achievementId, text, ...(resourceId && visible.has(resourceId) && { resourceId }) })
  }
}

const readShared = (ctx: Ctx, organizationId: string) =>
  ctx.db
    .selectFrom('programme')
    .innerJoin('organization', 'organization.id', 'programme.organization_id')
    .select(['programme.id as programmeId', 'programme.name', 'programme.description', 'school_year as schoolYear'])
    .select(['organization.id as organizationId', 'organization.name as organizationName'])
    .where('shared_at', 'is not', null)
    .where('programme.archived_at', 'is', null)
    .where('organization.archived_at', 'is', null)
    .where('organization.id', '<>', organizationId)

/** Who defined each badge, and whether others may take it. */
async function readAuthors(ctx: Ctx, programmeId: string): Promise<Map<string, { authorName: string; isOpen: boolean }>> {
  const rows = await ctx.db
    .selectFrom('programme_badge')
    .innerJoin('achievement', 'achievement.id', 'achievement_id')
    .innerJoin('organization', 'organization.id', 'achievement.organization_id')
    .select(['achievement_id', 'organization.name', sql<boolean>`shared_at is not null and achievement.archived_at is null`.as('isOpen')])
    .where('programme_id', '=', programmeId)
    .execute()
  return new Map(rows.map(({ achievement_id, name, isOpen }) => [achievement_id, { authorName: name, isOpen }]))
}

const readBank = (ctx: Ctx, { programmeId, organizationId }: Row) =>
  ctx.db
    .selectFrom('remark')
    .innerJoin('programme_badge', (join) => join.onRef('programme_badge.achievement_id', '=', 'remark.achievement_id').on('programme_id', '=', programmeId))
    .select(['remark.achievement_id as achievementId', 'text', 'resource_id as resourceId'])
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .orderBy('remark.position')
    .orderBy('created_at')
    .execute()
