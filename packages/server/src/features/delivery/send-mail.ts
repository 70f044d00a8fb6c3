import { z } from 'zod'
import type { Ctx } from '#ctx'

export const sendMailJob = { name: 'delivery.send-mail', schema: z.object({ mailId: z.guid() }) }

/** Longer than a transport waits for a server that says nothing. */
const LEASE_MS = 5 * 60_000

/**
 * Sends a mail that was written down. What was sent stays sent, however often the job runs; only a crash between the server's
 * yes and our note of it can send twice, and then with the same Message-ID.
 */
export async function sendMail(ctx: Ctx, { mailId }: { mailId: string }): Promise<void> {
  const mail = await takeMail(ctx, mailId)
  if (!mail) return
  try {
    await ctx.mailTransport.send({
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body_text,
      html: mail.body_html,
      messageId: `<${mailId}@${new URL(ctx.config.url).hostname}>`,
    })
  } catch (error) {
    const problem = readProblem(error)
    await ctx.db.updateTable('sent_mail').set({ state: 'failed', problem: problem.text, sending_since: null }).where('id', '=', mailId).execute()
    if (problem.isFinal) return
    // The server's own words may name the recipient: they stay in the row, out of logs and queues.
    throw new Error(`mail ${mailId} did not leave: ${problem.code}`)
  }
  await noteSent(ctx, mailId)
}

/** Takes the mail for this run; nothing when it has left. Another run at work makes this one try later, for that one may be dead. */
async function takeMail(ctx: Ctx, mailId: string) {
  const now = ctx.now()
  const taken = await ctx.db
    .updateTable('sent_mail')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), sending_since: now }))
    .where('id', '=', mailId)
    .where('state', '<>', 'sent')
    .where((eb) => eb.or([eb('sending_since', 'is', null), eb('sending_since', '<', new Date(now.getTime() - LEASE_MS))]))
    .returning(['recipient', 'subject', 'body_text', 'body_html'])
    .executeTakeFirst()
  if (taken) return taken
  const row = await ctx.db.selectFrom('sent_mail').select('state').where('id', '=', mailId).executeTakeFirst()
  if (row && row.state !== 'sent') throw new Error(`mail ${mailId} is being sent by another run`)
  return undefined
}

/** What left through SMTP is not kept: its links open accounts. In a folder it is kept to be read. */
async function noteSent(ctx: Ctx, mailId: string) {
  const isKept = ctx.mailTransport.kind !== 'smtp'
  await ctx.db
    .updateTable('sent_mail')
    .set({ state: 'sent', sent_at: ctx.now(), problem: null, sending_since: null, ...(!isKept && { body_text: '', body_html: '' }) })
    .where('id', '=', mailId)
    .execute()
}

/** A server that refuses the recipient for good (5xx to RCPT TO) is not asked again. */
function readProblem(error: unknown): { text: string; code: string; isFinal: boolean } {
  const { code, responseCode, response, message } = error as { code?: string; responseCode?: number; response?: string; message?: string }
  return {
    text: (response ?? message ?? 'unknown').slice(0, 300),
    code: `${code ?? 'unknown'}${responseCode ? ` ${responseCode}` : ''}`,
    isFinal: code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500,
  }
}
