import { type Ctx, transaction } from '#ctx'
import { refuse as refuseAnything } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from './delivery.errors.ts'
import { demandNetworkAdministrator } from './demand-mail-reader.ts'
import { sendMailJob } from './send-mail.ts'

/** Tries a failed mail again at once, without waiting for its turn. */
export async function resendMail(ctx: Ctx, mailId: string): Promise<void> {
  demandNetworkAdministrator(ctx)
  if (!isUuid(mailId)) throw refuseAnything('not_found')
  await transaction(ctx, async (ctx) => {
    const mail = await ctx.db.selectFrom('sent_mail').select('state').where('id', '=', mailId).forUpdate().executeTakeFirst()
    if (!mail) throw refuseAnything('not_found')
    if (mail.state !== 'failed') throw refuse('mail_not_failed')
    await ctx.db.updateTable('sent_mail').set({ state: 'queued', problem: null }).where('id', '=', mailId).execute()
    await ctx.jobs.send(sendMailJob, { mailId })
  })
}
