import type { Ctx, Locale } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { demandMailReader } from './demand-mail-reader.ts'

export type MailState = 'queued' | 'sent' | 'failed'
export type MailLine = { mailId: string; recipient: string; subject: string; state: MailState; createdAt: Date }
export type MailDetails = MailLine & { locale: Locale; text: string; html: string; problem: string | undefined; attempts: number; sentAt: Date | undefined }

const PAGE = 50

/** The latest first, a page at a time. */
export async function listMails(ctx: Ctx, input: { page?: number; state?: MailState | undefined } = {}): Promise<{ mails: MailLine[]; hasMore: boolean; failedCount: number }> {
  demandMailReader(ctx)
  const rows = await ctx.db
    .selectFrom('sent_mail')
    .select(['id', 'recipient', 'subject', 'state', 'created_at'])
    .$if(input.state !== undefined, (query) => query.where('state', '=', input.state!))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(PAGE + 1)
    .offset(PAGE * ((input.page ?? 1) - 1))
    .execute()
  const { failed } = await ctx.db
    .selectFrom('sent_mail')
    .select(({ fn }) => fn.countAll<number>().as('failed'))
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow()
  return { mails: rows.slice(0, PAGE).map(presentLine), hasMore: rows.length > PAGE, failedCount: failed }
}

/** Where mail really leaves, nobody reads it here, not even one that failed: its links would let them into other people’s accounts. */
export async function getMail(ctx: Ctx, mailId: string): Promise<MailDetails> {
  demandMailReader(ctx)
  const row = isUuid(mailId) ? await ctx.db.selectFrom('sent_mail').selectAll().where('id', '=', mailId).executeTakeFirst() : undefined
  if (!row) throw refuse('not_found')
  const isShown = ctx.mailTransport.kind !== 'smtp' || ctx.config.mode === 'demonstration'
  return {
    ...presentLine(row),
    locale: row.locale as Locale,
    text: isShown ? row.body_text : '',
    html: isShown ? row.body_html : '',
    problem: row.problem ?? undefined,
    attempts: row.attempts,
    sentAt: row.sent_at ?? undefined,
  }
}

const presentLine = (row: { id: string; recipient: string; subject: string; state: string; created_at: Date }): MailLine => ({
  mailId: row.id,
  recipient: row.recipient,
  subject: row.subject,
  state: row.state as MailState,
  createdAt: row.created_at,
})
