import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { listMembers } from '../people/list-members.ts'
import { listInvitations, resendInvitation, withdrawInvitation } from '../people/pending-invitations.ts'
import { inOrganization, pageNumber } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'view-people', async ({ ctx, organization, can, title }) => {
    const query = new URL(args.request.url).searchParams
    const kind = query.get('kind') === 'pupils' ? 'pupils' : 'staff'
    const search = query.get('q') ?? ''
    const page = pageNumber(args.request)
    const [found, invitations] = await Promise.all([
      listMembers(ctx, { organizationId: organization.id, kind, search, page }),
      can.managePeople && kind === 'staff' ? listInvitations(ctx, organization.id) : [],
    ])
    return { title: title('people.title'), organization, can, kind, search, page, ...found, invitations }
  })

export const action = (args: ActionFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    const which = { organizationId: organization.id, invitationId: text(form, 'invitationId') }
    return formAction(form, async () => {
      if (form.get('intent') === 'withdraw') {
        await withdrawInvitation(ctx, which)
        return redirect(`${home}/people?done=withdrawn`)
      }
      await resendInvitation(ctx, which)
      return redirect(`${home}/people?done=resent`)
    })
  })
