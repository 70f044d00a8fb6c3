import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand, schoolYearOf } from '#features/organizations/index.ts'
import { MILESTONES, type MilestoneKind } from '../onboarding.schema.ts'
import { defaultDay } from './default-day.ts'

export type Milestone = { kind: MilestoneKind; day: string | null; revision: number }
export type Calendar = { schoolYear: string; schoolYears: string[]; isKept: boolean; milestones: Milestone[]; updatedAt: Date }

/** The days of a school year: those that were kept, or those that usually fit. The next year can be prepared too. */
export async function getCalendar(ctx: Ctx, input: { organizationId: string; schoolYear?: string | undefined }): Promise<Calendar> {
  const { organizationId } = input
  await demand(ctx, 'lead', organizationId)
  const current = schoolYearOf(ctx.now())
  const schoolYears = [current, `${Number(current.slice(0, 4)) + 1}-${Number(current.slice(5)) + 1}`]
  const schoolYear = schoolYears.find((year) => year === input.schoolYear) ?? current
  const rows = await ctx.db
    .selectFrom('milestone')
    .select(['kind', 'revision', 'updated_at'])
    .select(sql<string | null>`day::text`.as('day'))
    .where('organization_id', '=', organizationId)
    .where('school_year', '=', schoolYear)
    .execute()
  const kept = new Map(rows.map((row) => [row.kind, row]))
  return {
    schoolYear,
    schoolYears,
    isKept: rows.length > 0,
    milestones: MILESTONES.map((kind) => ({ kind, day: kept.has(kind) ? kept.get(kind)!.day : defaultDay(kind, schoolYear), revision: kept.get(kind)?.revision ?? 0 })),
    updatedAt: rows.reduce((latest, { updated_at }) => (updated_at > latest ? updated_at : latest), new Date(0)),
  }
}
