import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { refuse } from '#kit/errors.ts'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { createOrganization } from '../create-organization.ts'
import { signedIn } from './in-organization.ts'
import { readOrganizationForm } from './organization-fields.ts'

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    if (!ctx.actor.isNetworkAdmin) throw refuse('not_allowed')
    return { title: translate(ctx.locale)('organizations:new.title') }
  })

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    if (!ctx.actor.isNetworkAdmin) throw refuse('not_allowed')
    const form = await args.request.formData()
    return formAction(form, async () => {
      const { slug } = await createOrganization(ctx, await readOrganizationForm(ctx, form))
      return redirect(`/organizations/${slug}/people/invite?done=created`)
    })
  })
