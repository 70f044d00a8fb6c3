import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { requirePerson } from '#ctx'
import { schoolYearOf } from '#features/organizations/index.ts'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { changeForm, firstValues, readProgramme } from '../../browser/programme-form.ts'
import { createProgramme } from '../create-programme.ts'
import { readChoices, termNames } from './choices.ts'
import { inStructure } from './enter.ts'
import { readForm } from './read-form.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can, home }) => ({
    title: `${translate(ctx.locale)('practice:form.title_new')} · ${organization.name}`,
    organization: { slug: organization.slug, name: organization.name },
    can,
    home,
    choices: await readChoices(ctx, organization.id, { cohortIds: [] }),
    values: firstValues({ schoolYear: schoolYearOf(ctx.now()), termNames: termNames(ctx), teacherId: requirePerson(ctx).personId }),
  }))

export const action = (args: ActionFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, home }) => {
    const { form, values, intent } = await readForm(args.request)
    const changed = changeForm(intent, values)
    if (changed) return { values: changed }
    return formAction(form, async () => {
      const { programmeId } = await createProgramme(ctx, { organizationId: organization.id, ...readProgramme(values) })
      return redirect(`${home}/${programmeId}?done=created`)
    })
  })
