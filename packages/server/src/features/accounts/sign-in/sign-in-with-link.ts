import { type Ctx, transaction } from '#ctx'
import { demandRoom, spend } from '#kit/rate-limit.ts'
import { refuse } from '../accounts.errors.ts'
import { findOwner, markVerified } from '../emails/email-rows.ts'
import { type OpenedSession, openSession, type Visitor } from '../sessions/open-session.ts'
import { unknownTokensFrom } from './limits.ts'
import { findLiveLink, useLink } from './one-time-links.ts'
import { findExpectedPerson } from './request-link.ts'

/** Whom a link signs in. Looking does not use it up: mail scanners open every link. */
export async function readSignInLink(ctx: Ctx, token: string, visitor: Visitor): Promise<{ address: string; givenName: string }> {
  await demandRoom(ctx.db, ctx.now(), unknownTokensFrom(ctx, visitor.address))
  const link = await findLiveLink(ctx, 'sign-in', token)
  const person = link && (await findPersonOfLink(ctx, link))
  if (!person) {
    await spend(ctx.db, ctx.now(), unknownTokensFrom(ctx, visitor.address))
    throw refuse('link_expired')
  }
  return { address: link.address!, givenName: person.givenName }
}

/** Signs in once; whoever holds the link reads that address, which is thereby verified. */
export async function signInWithLink(ctx: Ctx, token: string, visitor: Visitor): Promise<OpenedSession & { next: string | undefined }> {
  await demandRoom(ctx.db, ctx.now(), unknownTokensFrom(ctx, visitor.address))
  return transaction(ctx, async (ctx) => {
    const link = await useLink(ctx, 'sign-in', token)
    const person = await findPersonOfLink(ctx, link)
    if (!person) throw refuse('link_expired')
    if (!person.isVerified) {
      // Until now nobody was known to be behind this account: whoever came in otherwise leaves.
      await ctx.db.deleteFrom('session').where('person_id', '=', person.personId).execute()
      await markVerified(ctx, person.personId, link.address!)
    }
    await ctx.db
      .updateTable('one_time_link')
      .set({ used_at: ctx.now() })
      .where('person_id', '=', person.personId)
      .where('purpose', '=', 'sign-in')
      .where('used_at', 'is', null)
      .execute()
    return { ...(await openSession(ctx, { personId: person.personId, method: 'link', ...visitor })), next: link.next_path ?? undefined }
  })
}

/** The person a link was made for, if the address still is theirs. */
async function findPersonOfLink(ctx: Ctx, link: { address: string | null; person_id: string | null }) {
  const owner = await findOwner(ctx, link.address!)
  if (owner) return owner.personId === link.person_id ? { ...owner, isVerified: true } : undefined
  const expected = await findExpectedPerson(ctx, link.address!)
  return expected?.personId === link.person_id ? { ...expected, isVerified: false } : undefined
}
