import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { refuse } from '../accounts.errors.ts'
import { isUnder15 } from '../is-under-15.ts'

/** An address of one's own takes the passport out of the school: below fifteen, and for a pupil of unknown age, the family has said yes to it. */
export async function demandTakeHome(ctx: Ctx, personId: string): Promise<void> {
  const person = await ctx.db
    .selectFrom('person')
    .select([
      sql<string | null>`birth_date::text`.as('birth_date'),
      sql<boolean>`exists (select from membership where person_id = person.id and is_pupil and left_at is null)`.as('is_pupil'),
      sql<boolean>`family_allows(person.id, 'take-home')`.as('family_allows'),
    ])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const isMinor = person.birth_date === null ? person.is_pupil : isUnder15(person.birth_date, ctx.now())
  if (isMinor && !person.family_allows) throw refuse('address_needs_family')
}
