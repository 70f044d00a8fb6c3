import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { isUnder15 } from '#features/accounts/index.ts'

/** Children, and pupils whose age nobody knows, among these people: what `isProtected` says of one, asked once for all. */
export async function findProtected(ctx: Ctx, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const people = await ctx.db
    .selectFrom('person')
    .select(['id', sql<string | null>`birth_date::text`.as('birth_date')])
    .select((eb) => eb.exists(eb.selectFrom('membership').whereRef('person_id', '=', 'person.id').where('is_pupil', '=', true).where('left_at', 'is', null)).as('is_pupil'))
    .where('id', 'in', [...new Set(personIds)])
    .execute()
  const now = ctx.now()
  return new Set(people.filter((one) => (one.birth_date === null ? one.is_pupil : isUnder15(one.birth_date, now))).map(({ id }) => id))
}
