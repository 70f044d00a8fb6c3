import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { createCohort } from '../cohorts/create-cohort.ts'
import { schoolYearOf } from '../cohorts/school-year.ts'
import type { CohortFields } from '../organization.schema.ts'
import { inOrganization } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, can, title }) => ({ title: title('cohort_new.title'), organization, can, schoolYear: schoolYearOf(ctx.now()) }))

export const action = (args: ActionFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const { cohortId } = await createCohort(ctx, { organizationId: organization.id, ...readCohort(form) })
      return redirect(`${home}/cohorts/${cohortId}?done=cohort_created`)
    })
  })

export const readCohort = (form: FormData): CohortFields => ({ name: text(form, 'name'), kind: text(form, 'kind') as CohortFields['kind'], schoolYear: text(form, 'schoolYear') })
