import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { listRecipients } from '../planning/get-ceremony.ts'
import { markByCard } from '../stage/mark-by-card.ts'
import { inCeremony, titleOf } from './in-ceremony.ts'
import { markFrom } from './mark-from.ts'
import { byClass, countPresences, presentRecipient } from './present-recipient.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony, shared }) => {
    const query = new URL(args.request.url).searchParams
    const people = (await listRecipients(ctx, ceremony.ceremonyId)).map((one) => presentRecipient(ctx, one))
    const marked = people.find(({ recipientId }) => recipientId === query.get('marked'))
    return {
      ...shared,
      title: titleOf(ctx, 'scan', ceremony),
      counts: countPresences(people),
      marked: marked && { ...marked, wasHanded: query.has('again') },
      classes: byClass(people),
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony: { ceremonyId }, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const recipientId = text(form, 'recipientId')
      if (!recipientId) {
        const marked = await markByCard(ctx, { ceremonyId, typed: text(form, 'code') })
        return redirect(`${home}/scan?marked=${marked.recipientId}${marked.wasHanded ? '&again' : ''}`)
      }
      await markFrom(ctx, ceremonyId, form)
      return redirect(`${home}/scan?marked=${recipientId}#r-${recipientId}`)
    })
  })
