import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse } from '../accounts.errors.ts'
import { AddressInput } from '../accounts.schema.ts'
import { getPerson } from '../get-person.ts'
import { requestLink } from '../sign-in/request-link.ts'
import { demandTakeHome } from './demand-take-home.ts'

const MAX_EMAILS = 10

/**
 * Adds an address that counts for nothing until its mailed link comes back. The answer is the same when somebody else
 * has verified it: only they are told, by mail.
 */
export async function addEmail(ctx: Ctx, input: { address: string; from?: string }): Promise<void> {
  const { personId } = requirePerson(ctx)
  const { address } = AddressInput.parse({ address: input.address })
  const { emails } = await getPerson(ctx, personId)
  const known = emails.find((email) => email.address.toLowerCase() === address)
  // What the school wrote down is no address of their own choice.
  if (!known) await demandTakeHome(ctx, personId)
  if (known?.isVerified) throw refuse('email_already_yours')
  if (!known && emails.length >= MAX_EMAILS) throw refuse('too_many_emails', { max: MAX_EMAILS })
  await requestLink(ctx, { address, purpose: 'verify-email', ...(input.from !== undefined && { from: input.from }) })
  if (known) return
  await transaction(ctx, async (ctx) => {
    await ctx.db
      .insertInto('person_email')
      .values({ id: ctx.newId(), person_id: personId, address, created_at: ctx.now() })
      .onConflict((conflict) => conflict.columns(['person_id', 'address']).doNothing())
      .execute()
  })
}
