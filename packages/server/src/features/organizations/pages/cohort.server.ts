import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { refuse } from '#kit/errors.ts'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { countCardsOfCohort } from '../cards-to-print.ts'
import { addNewCohortMember, removeCohortMember } from '../cohorts/cohort-members.ts'
import { archiveCohort, updateCohort } from '../cohorts/create-cohort.ts'
import { mayCareForPupils } from '../cohorts/demand-care.ts'
import { getCohort, listCohortMembers } from '../cohorts/list-cohorts.ts'
import { readCohort } from './cohort-new.server.ts'
import { inOrganization } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'view', async ({ ctx, organization, can, title }) => {
    const cohort = await getCohort(ctx, args.params.cohortId!)
    if (cohort.organizationId !== organization.id) throw refuse('not_found')
    const members = can.viewPeople ? await listCohortMembers(ctx, cohort.id) : []
    const cardCount = can.issue ? await countCardsOfCohort(ctx, cohort.id) : 0
    const mayGiveCards = await mayCareForPupils(ctx, { organizationId: organization.id, cohortId: cohort.id })
    return {
      title: title('cohort.title', { name: cohort.name }),
      organization,
      can,
      cohort,
      cardCount,
      mayGiveCards,
      members: members.map(({ birthDate: _, ...member }) => member),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    const cohort = await getCohort(ctx, args.params.cohortId!)
    if (cohort.organizationId !== organization.id) throw refuse('not_found')
    const cohortId = cohort.id
    const done = (key: string) => redirect(`${home}/cohorts/${cohortId}?done=${key}`)
    return formAction(form, async () => {
      switch (form.get('intent')) {
        case 'add':
          await addNewCohortMember(ctx, { cohortId, givenName: text(form, 'givenName'), familyName: text(form, 'familyName'), isPupil: form.get('isStaff') === null })
          return done('member_added')
        case 'remove':
          await removeCohortMember(ctx, { cohortId, personId: text(form, 'personId') })
          return done('member_removed')
        case 'archive':
          await archiveCohort(ctx, { cohortId, isArchived: true })
          return redirect(`${home}/cohorts?done=cohort_archived`)
        default:
          await updateCohort(ctx, { cohortId, ...readCohort(form) })
          return done('cohort_saved')
      }
    })
  })
