import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import type { RecipientInput } from '../ceremony.schema.ts'
import { changeRecipient, removeRecipient } from '../planning/change-recipient.ts'
import { listRecipients } from '../planning/get-ceremony.ts'
import { inCeremony } from './in-ceremony.ts'
import { presentRecipient } from './present-recipient.ts'

async function findRecipient(ctx: Ctx, ceremonyId: string, recipientId: string | undefined) {
  const recipients = await listRecipients(ctx, ceremonyId)
  const recipient = recipients.find((one) => one.recipientId === recipientId)
  if (!recipient) throw refuse('not_found')
  return { recipient, classNames: [...new Set(recipients.map(({ className }) => className))].filter(Boolean) }
}

export const loader = (args: LoaderFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony, shared }) => {
    const { recipient, classNames } = await findRecipient(ctx, ceremony.ceremonyId, args.params.recipientId)
    const presented = presentRecipient(ctx, recipient)
    return { ...shared, title: `${presented.name} · ${ceremony.title}`, recipient: presented, classNames }
  })

export const action = (args: ActionFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const { recipient } = await findRecipient(ctx, ceremony.ceremonyId, args.params.recipientId)
      const { recipientId } = recipient
      if (form.get('intent') === 'remove') {
        await removeRecipient(ctx, { recipientId, reason: text(form, 'reason').slice(0, 300) })
        return redirect(`${home}?done=removed`)
      }
      await changeRecipient(ctx, {
        recipientId,
        citation: text(form, 'citation'),
        handedBy: text(form, 'handedBy'),
        pronunciation: text(form, 'pronunciation'),
        className: text(form, 'className'),
        // A choice that is none of ours is refused by the schema, which names the field.
        display: text(form, 'display') as RecipientInput['display'],
        photo: text(form, 'photo') as RecipientInput['photo'],
      })
      return redirect(`${home}?done=noted#r-${recipientId}`)
    })
  })
