import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { text } from '#kit/read-form.ts'
import { PRESENCES } from '../ceremony.schema.ts'
import { listRecipients } from '../planning/get-ceremony.ts'
import { markRecipient } from '../stage/mark-recipient.ts'

/** A button that says who and what: « remis », « absent », or nothing noted after all. */
export async function markFrom(ctx: Ctx, ceremonyId: string, form: FormData): Promise<{ recipientId: string }> {
  const recipientId = text(form, 'recipientId')
  const presence = PRESENCES.find((name) => name === form.get('presence'))
  if (!presence) throw refuse('invalid_input')
  if (!(await listRecipients(ctx, ceremonyId)).some((one) => one.recipientId === recipientId)) throw refuse('not_found')
  await markRecipient(ctx, { recipientId, presence })
  return { recipientId }
}
