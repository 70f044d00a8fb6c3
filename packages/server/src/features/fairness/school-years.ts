import type { Ctx } from '#ctx'
import { schoolYearOf } from '#features/organizations/index.ts'

const OLDEST = 5

/** It turns in August, as school years of classes do. */
export function boundsOfSchoolYear(schoolYear: string): { start: Date; end: Date } {
  const first = Number(schoolYear.slice(0, 4))
  return { start: new Date(Date.UTC(first, 7, 1)), end: new Date(Date.UTC(first + 1, 7, 1)) }
}

/** The present school year, and those before it in which somebody was proposed; the latest first. */
export async function listSchoolYears(ctx: Ctx, organizationId: string): Promise<string[]> {
  const row = await ctx.db
    .selectFrom('nomination')
    .select((select) => select.fn.min('created_at').as('first'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  const current = Number(schoolYearOf(ctx.now()).slice(0, 4))
  const first = row?.first ? Number(schoolYearOf(row.first).slice(0, 4)) : current
  return Array.from({ length: Math.min(OLDEST, Math.max(0, current - first) + 1) }, (_, back) => `${current - back}-${current - back + 1}`)
}
