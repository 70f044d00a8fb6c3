import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import type { Role } from '../organization.schema.ts'
import { inviteMember } from '../people/invite-member.ts'
import { inOrganization } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ organization, can, title }) => ({ title: title('invite.title'), organization, can }))

export const action = (args: ActionFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      await inviteMember(ctx, { organizationId: organization.id, address: text(form, 'address'), roles: readRoles(form), title: text(form, 'title') })
      return redirect(`${home}/people?done=invited`)
    })
  })

/** Nothing ticked is the plainest role. */
export function readRoles(form: FormData): Role[] {
  const ticked = form.getAll('roles').filter((value): value is Role => typeof value === 'string')
  return ticked.length > 0 ? ticked : ['member']
}
