import type { Ctx } from '#ctx'
import type { Parts } from './assert-possible.ts'

/** Badges, rules, periods, classes and teachers as they are now wanted. A period that stays keeps its exceptions. */
export async function writeParts(ctx: Ctx, programmeId: string, { badges, periods, cohortIds, teacherIds }: Parts): Promise<void> {
  const { db } = ctx
  await db.deleteFrom('programme_badge').where('programme_id', '=', programmeId).execute()
  await db
    .insertInto('programme_badge')
    .values(badges.map(({ achievementId }, position) => ({ programme_id: programmeId, achievement_id: achievementId, position })))
    .execute()
  const rules = badges.flatMap(({ achievementId, requiredIds }) =>
    [...new Set(requiredIds)].map((required_id) => ({ programme_id: programmeId, achievement_id: achievementId, required_id })),
  )
  if (rules.length > 0) await db.insertInto('programme_prerequisite').values(rules).execute()
  await writePeriods(ctx, programmeId, periods)
  await db.deleteFrom('programme_cohort').where('programme_id', '=', programmeId).execute()
  const cohorts = [...new Set(cohortIds)].map((cohort_id) => ({ programme_id: programmeId, cohort_id }))
  if (cohorts.length > 0) await db.insertInto('programme_cohort').values(cohorts).execute()
  await db.deleteFrom('programme_teacher').where('programme_id', '=', programmeId).execute()
  const teachers = [...new Set(teacherIds)].map((person_id) => ({ programme_id: programmeId, person_id }))
  if (teachers.length > 0) await db.insertInto('programme_teacher').values(teachers).execute()
}

async function writePeriods(ctx: Ctx, programmeId: string, periods: Parts['periods']): Promise<void> {
  const former = await ctx.db.selectFrom('programme_period').select('id').where('programme_id', '=', programmeId).execute()
  // The id of a period of another programme is nobody's here.
  const known = new Set(former.map(({ id }) => id))
  const rows = periods.map(({ periodId, name, startsOn, endsOn, required }) => ({
    id: periodId && known.delete(periodId) ? periodId : ctx.newId(),
    programme_id: programmeId,
    name,
    starts_on: startsOn,
    ends_on: endsOn,
    required,
  }))
  if (known.size > 0)
    await ctx.db
      .deleteFrom('programme_period')
      .where('id', 'in', [...known])
      .execute()
  await ctx.db
    .insertInto('programme_period')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        starts_on: eb.ref('excluded.starts_on'),
        ends_on: eb.ref('excluded.ends_on'),
        required: eb.ref('excluded.required'),
      })),
    )
    .execute()
}
