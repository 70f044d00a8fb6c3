import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { type Ctx, requirePerson } from '#ctx'
import { inLanguage } from '#features/achievements/index.ts'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { changeForm, programmeValues, readProgramme } from '../../browser/programme-form.ts'
import { updateProgramme } from '../create-programme.ts'
import type { Programme } from '../enter-programme.ts'
import { readBadges, readCohorts, readPeriods, readTeachers } from '../get-programme.ts'
import { type Choices, readChoices } from './choices.ts'
import { inProgramme } from './enter.ts'
import { readForm } from './read-form.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inProgramme(args, async ({ ctx, organization, can, here, programme }) => {
    const cohorts = await readCohorts(ctx, programme.id)
    const choices = await readChoices(ctx, organization.id, { cohortIds: cohorts.map(({ cohortId }) => cohortId), schoolYear: programme.school_year })
    return {
      title: `${translate(ctx.locale)('practice:form.title_edit')} · ${programme.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      here,
      name: programme.name,
      isArchived: programme.archived_at !== null,
      choices,
      ...(await readWritten(ctx, programme, choices)),
    }
  })

/** What the programme holds and can keep; `gone` are the badges that the structure no longer gives, which leave it when it is saved. */
async function readWritten(ctx: Ctx, { id, name, description, school_year }: Programme, choices: Choices) {
  const [badges, periods, cohorts, teachers] = await Promise.all([readBadges(ctx, id), readPeriods(ctx, id), readCohorts(ctx, id), readTeachers(ctx, id)])
  const given = new Set(choices.badges.map(({ achievementId }) => achievementId))
  const offered = { cohorts: new Set(choices.cohorts.map((cohort) => cohort.id)), teachers: new Set(choices.teachers.map(({ personId }) => personId)) }
  return {
    gone: badges.filter(({ achievementId }) => !given.has(achievementId)).map(({ content }) => inLanguage(content.name, ctx.locale)),
    values: programmeValues({
      name,
      description,
      schoolYear: school_year,
      badges: badges
        .filter(({ achievementId }) => given.has(achievementId))
        .map((badge) => ({ achievementId: badge.achievementId, requiredIds: badge.requiredIds.filter((requiredId) => given.has(requiredId)) })),
      periods,
      cohortIds: cohorts.map(({ cohortId }) => cohortId).filter((cohortId) => offered.cohorts.has(cohortId)),
      teacherIds: teachers.map(({ personId }) => personId).filter((personId) => offered.teachers.has(personId)),
    }),
  }
}

export const action = (args: ActionFunctionArgs) =>
  inProgramme(args, async ({ ctx, can, home, here, programme }) => {
    const { form, values, intent } = await readForm(args.request)
    const changed = changeForm(intent, values)
    if (changed) return { values: changed }
    return formAction(form, async () => {
      const wanted = readProgramme(values)
      await updateProgramme(ctx, { programmeId: programme.id, ...wanted })
      // Who hands it over to others may no longer open it.
      const stays = can.lead || wanted.teacherIds.includes(requirePerson(ctx).personId)
      return redirect(stays ? `${here}?done=saved` : `${home}?done=handed_over`)
    })
  })
