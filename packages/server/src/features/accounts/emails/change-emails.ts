import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse as refuseAnything } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../accounts.errors.ts'

/** The address that mail goes to from now on. */
export function makeEmailPrimary(ctx: Ctx, input: { emailId: string }): Promise<void> {
  return changeOwn(ctx, input.emailId, async (ctx, email) => {
    if (!email.verified_at) throw refuse('email_not_verified')
    await ctx.db.updateTable('person_email').set({ is_primary: false }).where('person_id', '=', email.person_id).where('is_primary', '=', true).execute()
    await ctx.db.updateTable('person_email').set({ is_primary: true }).where('id', '=', email.id).execute()
  })
}

/** The primary address stays until another takes its place: nobody locks themselves out. */
export function removeEmail(ctx: Ctx, input: { emailId: string }): Promise<void> {
  return changeOwn(ctx, input.emailId, async (ctx, email) => {
    if (email.is_primary) throw refuse('email_is_primary')
    await ctx.db.deleteFrom('person_email').where('id', '=', email.id).execute()
    await ctx.db.deleteFrom('one_time_link').where('person_id', '=', email.person_id).where('address', '=', email.address).where('used_at', 'is', null).execute()
  })
}

type OwnEmail = { id: string; person_id: string; address: string; is_primary: boolean; verified_at: Date | null }

function changeOwn(ctx: Ctx, emailId: string, change: (ctx: Ctx, email: OwnEmail) => Promise<void>): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(emailId)) throw refuseAnything('not_found')
  return transaction(ctx, async (ctx) => {
    await ctx.db.selectFrom('person').select('id').where('id', '=', personId).forUpdate().executeTakeFirstOrThrow()
    const email = await ctx.db.selectFrom('person_email').selectAll().where('id', '=', emailId).where('person_id', '=', personId).executeTakeFirst()
    if (!email) throw refuseAnything('not_found')
    await change(ctx, email)
  })
}
