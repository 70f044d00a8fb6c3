import { type Ctx, type Locale, transaction } from '#ctx'
import { type MailContent, renderMail } from './mails/render-mail.ts'
import { sendMailJob } from './send-mail.ts'

export type QueueMailInput = { deduplicationKey: string; recipient: string; locale: Locale; content: MailContent }

/** Writes a mail down and asks for it to leave, together or not at all. Asked again with the same key, it does nothing. */
export function queueMail(ctx: Ctx, input: QueueMailInput): Promise<void> {
  const { subject, text, html } = renderMail(input.content, input.locale)
  return transaction(ctx, async (ctx) => {
    const mailId = ctx.newId()
    const inserted = await ctx.db
      .insertInto('sent_mail')
      .values({
        id: mailId,
        deduplication_key: input.deduplicationKey,
        recipient: input.recipient,
        locale: input.locale,
        subject,
        body_text: text,
        body_html: html,
        created_at: ctx.now(),
      })
      .onConflict((conflict) => conflict.column('deduplication_key').doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows) await ctx.jobs.send(sendMailJob, { mailId })
  })
}

/** Facts are told at least once: what was written down for one is not made again. */
export async function isQueued(ctx: Ctx, deduplicationKey: string): Promise<boolean> {
  return (await ctx.db.selectFrom('sent_mail').select('id').where('deduplication_key', '=', deduplicationKey).executeTakeFirst()) !== undefined
}
