import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { renameMember } from '../cohorts/cohort-members.ts'
import { changeMember, removeMember } from '../people/change-member.ts'
import { getMember } from '../people/list-members.ts'
import { inOrganization } from './in-organization.ts'
import { readRoles } from './people-invite.server.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, can, title }) => {
    const member = await getMember(ctx, { organizationId: organization.id, personId: args.params.personId! })
    const isMe = ctx.actor.kind === 'person' && ctx.actor.personId === member.personId
    return { title: title('person.title', { name: `${member.givenName} ${member.familyName}` }), organization, can, member, isMe }
  })

export const action = (args: ActionFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    const who = { organizationId: organization.id, personId: args.params.personId! }
    const { isPupil } = await getMember(ctx, who)
    const list = `${home}/people?${isPupil ? 'kind=pupils&' : ''}done=`
    return formAction(form, async () => {
      if (form.get('intent') === 'remove') {
        await removeMember(ctx, who)
        const hasLeft = ctx.actor.kind === 'person' && ctx.actor.personId === who.personId && !ctx.actor.isNetworkAdmin
        return redirect(hasLeft ? '/organizations?done=left' : `${list}removed`)
      }
      if (form.get('intent') === 'rename') await renameMember(ctx, { ...who, givenName: text(form, 'givenName'), familyName: text(form, 'familyName') })
      else await changeMember(ctx, { ...who, roles: readRoles(form), title: text(form, 'title') })
      return redirect(`${list}changed`)
    })
  })
