import type { z } from 'zod'
import type { Ctx } from '#ctx'
import type { accountClosed } from '#features/accounts/index.ts'

/** What was told and written to somebody who is gone. Mails to an address that somebody else has proved to be theirs since are that person's. */
export async function forgetPerson(ctx: Ctx, { personId, addresses }: z.output<typeof accountClosed.schema>): Promise<void> {
  await ctx.db.deleteFrom('notice').where('person_id', '=', personId).execute()
  if (addresses.length === 0) return
  await ctx.db
    .deleteFrom('sent_mail')
    .where('recipient', 'in', addresses)
    .where('recipient', 'not in', (eb) => eb.selectFrom('person_email').select('address').where('address', 'in', addresses))
    .execute()
}
