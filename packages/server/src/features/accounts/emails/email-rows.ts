// What every verb on addresses shares: an address belongs to whoever verified it, and to nobody else.
import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { refuse } from '../accounts.errors.ts'
import { emailVerified } from '../accounts.facts.ts'

export function findOwner(ctx: Ctx, address: string) {
  return ctx.db
    .selectFrom('person_email')
    .innerJoin('person', 'person.id', 'person_email.person_id')
    .select(['person.id as personId', 'person.locale', 'person.given_name as givenName'])
    .select(sql<string | null>`case person.secret_kind when 'password' then person.password_hash end`.as('passwordHash'))
    .where('person_email.address', '=', address)
    .where('person_email.verified_at', 'is not', null)
    .where('person.closed_at', 'is', null)
    .executeTakeFirst()
}

/** Also for an account that is closed: its address is not up for grabs. */
export async function assertFree(ctx: Ctx, address: string, exceptPersonId?: string): Promise<void> {
  const row = await ctx.db.selectFrom('person_email').select('person_id').where('address', '=', address).where('verified_at', 'is not', null).executeTakeFirst()
  if (row && row.person_id !== exceptPersonId) throw refuse('email_taken')
}

/** Marks an address of a person as verified; the first one becomes the primary one. */
export async function markVerified(ctx: Ctx, personId: string, address: string): Promise<void> {
  await assertFree(ctx, address, personId)
  const now = ctx.now()
  const primary = await ctx.db.selectFrom('person_email').select('id').where('person_id', '=', personId).where('is_primary', '=', true).executeTakeFirst()
  await ctx.db
    .insertInto('person_email')
    .values({ id: ctx.newId(), person_id: personId, address, is_primary: !primary, verified_at: now, created_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'address']).doUpdateSet((eb) => ({ verified_at: eb.fn.coalesce('person_email.verified_at', eb.val(now)) })))
    .execute()
  if (!primary) await ctx.db.updateTable('person_email').set({ is_primary: true }).where('person_id', '=', personId).where('address', '=', address).execute()
  await announceVerified(ctx, personId, address)
}

export const announceVerified = (ctx: Ctx, personId: string, address: string): Promise<void> => ctx.jobs.announce(emailVerified, { personId, address })
