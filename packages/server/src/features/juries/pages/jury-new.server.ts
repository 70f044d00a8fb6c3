import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { createJury } from '../prepare/create-jury.ts'
import { inStructure } from './enter.ts'
import { juryFields } from './jury-fields.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can }) => ({
    title: `${translate(ctx.locale)('juries:new.title')} · ${organization.name}`,
    organization: { slug: organization.slug, name: organization.name },
    can,
  }))

export const action = (args: ActionFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const { juryId } = await createJury(ctx, { organizationId: organization.id, ...juryFields(form) })
      return redirect(`${home}/${juryId}?done=created`)
    })
  })
