import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { updateJury } from '../prepare/create-jury.ts'
import { inJury } from './enter.ts'
import { juryFields } from './jury-fields.ts'
import { splitMoment } from './present.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inJury(args, async ({ ctx, organization, can, here, seat: { jury } }) => ({
    title: `${translate(ctx.locale)('juries:edit.title')} · ${jury.title}`,
    organization: { slug: organization.slug, name: organization.name },
    can,
    here,
    values: { title: jury.title, place: jury.place, quorum: String(jury.quorum), announce: jury.is_embargoed ? 'ceremony' : 'now', ...splitMoment(jury.starts_at) },
  }))

export const action = (args: ActionFunctionArgs) =>
  inJury(args, async ({ ctx, here, seat: { jury } }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      await updateJury(ctx, { juryId: jury.id, ...juryFields(form) })
      return redirect(`${here}?done=saved`)
    })
  })
