import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { isUnder15 } from '#features/accounts/index.ts'

/** Who may leave with a passport of their own: whoever is fifteen or works here; below, and for a pupil of unknown age, once the family has agreed. */
export async function listKeptBySchool(ctx: Ctx, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const people = await ctx.db
    .selectFrom('person')
    .select(['id', sql<string | null>`birth_date::text`.as('birth_date')])
    .select(sql<boolean>`exists (select from membership where person_id = person.id and is_pupil and left_at is null)`.as('is_pupil'))
    .select(sql<boolean>`family_allows(person.id, 'take-home')`.as('family_allows'))
    .where('id', 'in', personIds)
    .execute()
  return new Set(
    people.filter(({ birth_date, is_pupil, family_allows }) => !family_allows && (birth_date === null ? is_pupil : isUnder15(birth_date, ctx.now()))).map(({ id }) => id),
  )
}

/** Whose account is theirs by an address that they have verified. */
export async function listWithAddress(ctx: Ctx, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await ctx.db.selectFrom('person_email').select('person_id').where('person_id', 'in', personIds).where('verified_at', 'is not', null).execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
