import { type Ctx, transaction } from '#ctx'
import { listPublished } from '#features/achievements/index.ts'
import { shiftPeriods, yearAfter } from '../browser/school-years.ts'
import { refuse } from '../practice.errors.ts'
import { mayTeach } from './assert-possible.ts'
import { insertProgramme } from './create-programme.ts'
import { enterAsTeacher } from './enter-programme.ts'
import { readBadges, readPeriods, readTeachers } from './get-programme.ts'

/**
 * The same for the year after: badges that the structure still gives, their rules, the periods a year later, the teachers who are still there.
 * Classes and what was arranged for one pupil belong to their year.
 */
export async function copyProgramme(ctx: Ctx, { programmeId }: { programmeId: string }): Promise<{ programmeId: string }> {
  return transaction(ctx, async (ctx) => {
    const { organization_id: organizationId, name, description, school_year } = await enterAsTeacher(ctx, programmeId)
    const [badges, periods, teachers, published] = await Promise.all([
      readBadges(ctx, programmeId),
      readPeriods(ctx, programmeId),
      readTeachers(ctx, programmeId),
      listPublished(ctx, organizationId),
    ])
    const given = new Set(published.map(({ achievementId }) => achievementId))
    const kept = badges.filter(({ achievementId }) => given.has(achievementId))
    if (kept.length === 0) throw refuse('nothing_to_copy')
    const schoolYear = yearAfter(school_year)
    return insertProgramme(ctx, {
      input: {
        organizationId,
        name,
        description,
        schoolYear,
        badges: kept.map(({ achievementId, requiredIds }) => ({ achievementId, requiredIds: requiredIds.filter((id) => given.has(id)) })),
        periods: shiftPeriods(periods, school_year, schoolYear),
        teacherIds: await mayTeach(
          ctx,
          organizationId,
          teachers.map(({ personId }) => personId),
        ),
      },
      copiedFrom: programmeId,
    })
  })
}
