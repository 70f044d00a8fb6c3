import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formAction } from '#web/page.ts'
import { communeLabel } from '../organization.schema.ts'
import { archiveOrganization, updateOrganization } from '../update-organization.ts'
import { inOrganization } from './in-organization.ts'
import { readOrganizationForm } from './organization-fields.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'manage-structure', async ({ organization, can, title }) => ({
    title: title('settings.title'),
    organization,
    can,
    communeText: organization.commune ? communeLabel(organization.commune) : '',
  }))

export const action = (args: ActionFunctionArgs) =>
  inOrganization(args, 'manage-structure', async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    const intent = form.get('intent')
    return formAction(form, async () => {
      if (intent === 'archive' || intent === 'reopen') {
        await archiveOrganization(ctx, { organizationId: organization.id, isArchived: intent === 'archive' })
        return redirect(`${home}/settings?done=${intent === 'archive' ? 'archived' : 'reopened'}`)
      }
      await updateOrganization(ctx, { organizationId: organization.id, ...(await readOrganizationForm(ctx, form)) })
      return redirect(`${home}/settings?done=saved`)
    })
  })
