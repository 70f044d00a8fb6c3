import { sql } from 'kysely'
import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { startFirstYear } from '../first-year.ts'
import { CalendarFields, MILESTONES } from '../onboarding.schema.ts'

/** Keeps the days of a school year. A day that moves gets a new revision, so that calendars move it too. */
export async function setCalendar(ctx: Ctx, { organizationId, ...input }: { organizationId: string } & z.input<typeof CalendarFields>): Promise<void> {
  const { schoolYear, days } = CalendarFields.parse(input)
  await demand(ctx, 'lead', organizationId)
  await transaction(ctx, async (ctx) => {
    await startFirstYear(ctx, organizationId)
    const updated_at = ctx.now()
    await ctx.db
      .insertInto('milestone')
      .values(MILESTONES.map((kind) => ({ organization_id: organizationId, school_year: schoolYear, kind, day: days[kind] ?? null, revision: 0, updated_at })))
      .onConflict((conflict) =>
        conflict
          .columns(['organization_id', 'school_year', 'kind'])
          .doUpdateSet({ day: sql`excluded.day`, revision: sql`milestone.revision + 1`, updated_at })
          .where(sql<boolean>`milestone.day is distinct from excluded.day`),
      )
      .execute()
  })
}
