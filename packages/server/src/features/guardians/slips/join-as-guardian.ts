import { sql } from 'kysely'
import type { z } from 'zod'
import { as, type Ctx, requirePerson, transaction } from '#ctx'
import { createPerson, isUnder15, type OpenedSession, openSession, signInKnownPerson, type Visitor } from '#features/accounts/index.ts'
import { refuse } from '../guardians.errors.ts'
import { AddInput, DeclarationInput, JoinInput, SlipSignInInput } from '../guardians.schema.ts'
import { findSlip } from './find-slip.ts'
import { proveSlip } from './prove-slip.ts'
import { takeSlip } from './take-slip.ts'

export type Entered = { session: OpenedSession; personId: string }

/** Makes the account of a parent who has none: a person, and no member of any structure. */
export async function joinAsGuardian(ctx: Ctx, input: z.input<typeof JoinInput>, visitor: Visitor): Promise<Entered> {
  const { givenName, familyName, password, relation, ...proof } = JoinInput.parse(input)
  const slip = await proveSlip(ctx, { ...proof, clientAddress: visitor.address })
  return transaction(ctx, async (ctx) => {
    const { personId } = await createPerson(ctx, { givenName, familyName, password, locale: ctx.locale })
    await takeSlip(ctx, { slip, guardianId: personId, relation })
    return { personId, session: await openSession(ctx, { personId, method: 'card', ...visitor }) }
  })
}

/** Coming back without an address: the paper says who, the password that it is really them. */
export async function signInWithSlip(ctx: Ctx, input: z.input<typeof SlipSignInInput>, visitor: Visitor): Promise<Entered> {
  const { code, password } = SlipSignInInput.parse(input)
  const { state, guardianId: personId } = await findSlip(ctx, { code, clientAddress: visitor.address })
  if (state !== 'used') throw refuse(state === 'open' ? 'slip_unused' : `slip_${state}`)
  return { personId: personId!, session: await signInKnownPerson(ctx, { personId: personId!, secret: { kind: 'password', password }, method: 'card' }, visitor) }
}

/** One more child, for somebody who is signed in. */
export async function addChild(ctx: Ctx, input: z.input<typeof DeclarationInput>, clientAddress: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  const { relation, ...proof } = DeclarationInput.parse(input)
  await demandGrownUp(ctx, personId)
  const slip = await proveSlip(ctx, { ...proof, clientAddress })
  await transaction(ctx, (ctx) => takeSlip(ctx, { slip, guardianId: personId, relation }))
}

/** One more child, for somebody who comes back by the paper of another. */
export async function addChildWithFormerSlip(ctx: Ctx, input: z.input<typeof AddInput>, visitor: Visitor): Promise<Entered> {
  const { formerCode, password, ...declaration } = AddInput.parse(input)
  const entered = await signInWithSlip(ctx, { code: formerCode, password }, visitor)
  await addChild(as(ctx, { kind: 'person', personId: entered.personId, sessionId: '', isNetworkAdmin: false }), declaration, visitor.address)
  return entered
}

async function demandGrownUp(ctx: Ctx, personId: string): Promise<void> {
  const person = await ctx.db
    .selectFrom('person')
    .select([
      sql<string | null>`birth_date::text`.as('birth_date'),
      sql<boolean>`exists (select from membership m where m.person_id = person.id and m.is_pupil and m.left_at is null)`.as('is_pupil'),
    ])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  if (person.is_pupil || isUnder15(person.birth_date, ctx.now())) throw refuse('guardian_is_pupil')
}
