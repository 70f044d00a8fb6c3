import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { formAction } from '#web/page.ts'
import { cancelCeremony, updateCeremony } from '../planning/create-ceremony.ts'
import { inCeremony, titleOf } from './in-ceremony.ts'
import { readCeremonyForm } from './read-ceremony-form.ts'

export const loader = (args: LoaderFunctionArgs) => inCeremony(args, async ({ ctx, ceremony, shared }) => ({ ...shared, title: titleOf(ctx, 'edit', ceremony) }))

export const action = (args: ActionFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony, home, all }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      if (form.get('intent') === 'cancel') {
        await cancelCeremony(ctx, ceremony.ceremonyId)
        return redirect(`${all}?done=cancelled`)
      }
      await updateCeremony(ctx, { ceremonyId: ceremony.ceremonyId, ...readCeremonyForm(form) })
      return redirect(`${home}?done=changed`)
    })
  })
