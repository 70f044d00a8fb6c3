// Who may be named to outsiders.
import type { Ctx } from '#ctx'
import { isUnder15 } from '#features/accounts/index.ts'

/** A child, or a pupil whose age nobody knows: sharing waits for the consent of a guardian. */
export async function needsConsent(ctx: Ctx, personId: string): Promise<boolean> {
  const person = await ctx.db
    .selectFrom('person')
    .select([
      'birth_date',
      (eb) => eb.exists(eb.selectFrom('membership').whereRef('person_id', '=', 'person.id').where('is_pupil', '=', true).where('left_at', 'is', null)).as('is_pupil'),
    ])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) return true
  return person.birth_date === null ? person.is_pupil === true : isUnder15(person.birth_date, ctx.now())
}
