import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { listRecipients } from '../planning/get-ceremony.ts'
import { inCeremony, titleOf } from './in-ceremony.ts'
import { markFrom } from './mark-from.ts'
import { placeIn } from './place-in.ts'
import { countPresences, presentRecipient } from './present-recipient.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony, shared }) => {
    const people = (await listRecipients(ctx, ceremony.ceremonyId)).map((one) => presentRecipient(ctx, one))
    return { ...shared, title: titleOf(ctx, 'control', ceremony), at: placeIn(args.request, people.length), people, counts: countPresences(people) }
  })

export const action = (args: ActionFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      await markFrom(ctx, ceremony.ceremonyId, form)
      return redirect(`${home}/control?at=${encodeURIComponent(text(form, 'at') || '0')}`)
    })
  })
