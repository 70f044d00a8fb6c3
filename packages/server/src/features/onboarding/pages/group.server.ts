import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { fields, formAction } from '#web/page.ts'
import { listSteeringGroup } from '../group/list-steering-group.ts'
import { nameSteeringMember, removeSteeringMember } from '../group/name-steering-member.ts'
import { leading } from './leading.ts'

export const loader = (args: LoaderFunctionArgs) =>
  leading(args, async ({ ctx, organization, t, shell }) => ({ ...shell(t('group.title')), ...(await listSteeringGroup(ctx, organization.id)) }))

export const action = (args: ActionFunctionArgs) =>
  leading(args, async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    const organizationId = organization.id
    return formAction(form, async () => {
      if (form.has('steeringMemberId')) {
        await removeSteeringMember(ctx, { organizationId, steeringMemberId: text(form, 'steeringMemberId') })
        return redirect(`${home}/group?done=removed`)
      }
      const { isInvited } = await nameSteeringMember(ctx, { organizationId, ...(fields(form) as { part: 'lead' }) })
      return redirect(`${home}/group?done=${isInvited ? 'invited' : 'named'}`)
    })
  })
