// What the form of a programme offers to choose from.
import type { Ctx } from '#ctx'
import { inLanguage, listPublished } from '#features/achievements/index.ts'
import { listCohorts, schoolYearOf } from '#features/organizations/index.ts'
import { translate } from '#web/translations.ts'
import { yearAfter } from '../../browser/school-years.ts'
import { listPossibleTeachers } from '../assert-possible.ts'

export type Choices = Awaited<ReturnType<typeof readChoices>>

/** `kept`: a class of an earlier year that the programme has stays there to be seen. */
export async function readChoices(ctx: Ctx, organizationId: string, kept: { cohortIds: readonly string[]; schoolYear?: string }) {
  const thisYear = schoolYearOf(ctx.now())
  const [badges, cohorts, teachers] = await Promise.all([listPublished(ctx, organizationId), listCohorts(ctx, organizationId), listPossibleTeachers(ctx, organizationId)])
  return {
    badges: badges.map(({ achievementId, imageId, content, adopted }) => ({ achievementId, imageId, name: inLanguage(content.name, ctx.locale), author: adopted?.authorName })),
    cohorts: cohorts
      .filter(({ id, schoolYear }) => schoolYear >= thisYear || kept.cohortIds.includes(id))
      .map(({ id, name, kind, memberCount }) => ({ id, name, kind, memberCount })),
    teachers,
    schoolYears: [...new Set([...(kept.schoolYear ? [kept.schoolYear] : []), thisYear, yearAfter(thisYear)])].sort(),
    termNames: termNames(ctx),
  }
}

export function termNames(ctx: Ctx): [string, string, string] {
  const t = translate(ctx.locale)
  return [t('practice:form.term_1'), t('practice:form.term_2'), t('practice:form.term_3')]
}
