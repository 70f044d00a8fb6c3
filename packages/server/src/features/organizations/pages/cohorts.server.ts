import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { archiveCohort } from '../cohorts/create-cohort.ts'
import { listCohorts } from '../cohorts/list-cohorts.ts'
import { inOrganization } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'view', async ({ ctx, organization, can, title }) => ({
    title: title('cohorts.title'),
    organization,
    can,
    cohorts: await listCohorts(ctx, organization.id),
    archived: await listCohorts(ctx, organization.id, { isArchived: true }),
  }))

export const action = (args: ActionFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      await archiveCohort(ctx, { cohortId: text(form, 'cohortId'), isArchived: false })
      return redirect(`${home}/cohorts?done=cohort_reopened`)
    })
  })
