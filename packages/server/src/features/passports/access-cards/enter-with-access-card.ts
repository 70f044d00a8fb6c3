import { type Ctx, transaction } from '#ctx'
import type { Secret } from '#features/accounts/accounts.schema.ts'
import { chooseSecret, type OpenedSession, openSession, signInKnownPerson, type Visitor } from '#features/accounts/index.ts'
import { refuse } from '../passports.errors.ts'
import { findAccessCard } from './find-access-card.ts'

/** `isShared`: on a device that another pupil takes next. */
export type CardEntry = { code: string; secret: Secret; isShared: boolean }

/** The card says who, what they chose says that it is really them. */
export async function enterWithAccessCard(ctx: Ctx, { code, secret, isShared }: CardEntry, visitor: Visitor): Promise<OpenedSession> {
  const { cardId, personId, secretKind } = await findAccessCard(ctx, { code, clientAddress: visitor.address })
  if (!secretKind) throw refuse('claim_needs_account')
  const session = await signInKnownPerson(ctx, { personId, secret, method: 'card', isShared }, visitor)
  await noteFirstUse(ctx, cardId)
  return session
}

/** The first time, or the first after they forgot: they choose, and are in. Of two who try at once with the same card, one does. */
export async function joinWithAccessCard(ctx: Ctx, { code, secret, isShared }: CardEntry, visitor: Visitor): Promise<OpenedSession> {
  const { cardId, personId, mayChoose } = await findAccessCard(ctx, { code, clientAddress: visitor.address })
  if (!mayChoose) throw refuse('already_has_account')
  return transaction(ctx, async (ctx) => {
    const person = await ctx.db.selectFrom('person').select('password_hash').where('id', '=', personId).forUpdate().executeTakeFirstOrThrow()
    const card = await ctx.db.selectFrom('access_card').select('replaced_at').where('id', '=', cardId).executeTakeFirstOrThrow()
    if (card.replaced_at) throw refuse('claim_replaced')
    if (person.password_hash) throw refuse('already_has_account')
    await chooseSecret(ctx, { personId, secret })
    await noteFirstUse(ctx, cardId)
    return openSession(ctx, { personId, method: 'card', isShared, ...visitor })
  })
}

const noteFirstUse = (ctx: Ctx, cardId: string) =>
  ctx.db.updateTable('access_card').set({ first_used_at: ctx.now() }).where('id', '=', cardId).where('first_used_at', 'is', null).execute()
