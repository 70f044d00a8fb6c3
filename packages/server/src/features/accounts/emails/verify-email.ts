import { type Ctx, requirePerson, transaction } from '#ctx'
import { demandRoom, spend } from '#kit/rate-limit.ts'
import { refuse } from '../accounts.errors.ts'
import type { Visitor } from '../sessions/open-session.ts'
import { unknownTokensFrom } from '../sign-in/limits.ts'
import { findLiveLink, useLink } from '../sign-in/one-time-links.ts'
import { demandTakeHome } from './demand-take-home.ts'
import { markVerified } from './email-rows.ts'

/** Which address a link verifies. Only whoever asked for it may say yes: a stranger's address is not hung on an account by a click in their own mail. */
export async function readVerificationLink(ctx: Ctx, token: string, visitor: Visitor): Promise<{ address: string }> {
  const { personId } = requirePerson(ctx)
  await demandRoom(ctx.db, ctx.now(), unknownTokensFrom(ctx, visitor.address))
  const link = await findLiveLink(ctx, 'verify-email', token)
  if (!link) {
    await spend(ctx.db, ctx.now(), unknownTokensFrom(ctx, visitor.address))
    throw refuse('link_expired')
  }
  if (link.person_id !== personId) throw refuse('link_of_somebody_else')
  return { address: link.address! }
}

export async function verifyEmail(ctx: Ctx, token: string, visitor: Visitor): Promise<void> {
  const { personId } = requirePerson(ctx)
  const { address } = await readVerificationLink(ctx, token, visitor)
  const known = await ctx.db.selectFrom('person_email').select('id').where('person_id', '=', personId).where('address', '=', address).executeTakeFirst()
  if (!known) await demandTakeHome(ctx, personId)
  await transaction(ctx, async (ctx) => {
    await useLink(ctx, 'verify-email', token)
    await markVerified(ctx, personId, address)
  })
}
