// Who is in the same class or group of a programme: nobody else ever appears before a pupil.
import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#ctx'
import { participants } from '../programmes/participants.ts'
import { nameApart } from './name-apart.ts'

export type Mate = { personId: string; name: string }

/** Those who share a class or group of the programme with somebody, today. */
export const matesOf = (programmeId: string, personId: string): RawBuilder<{ person_id: string }> => sql`
  select distinct other.person_id
  from programme_cohort
  join cohort_member own on own.cohort_id = programme_cohort.cohort_id and own.person_id = ${personId} and own.left_at is null
  join cohort_member other on other.cohort_id = programme_cohort.cohort_id and other.left_at is null and other.person_id <> ${personId}
  join (${participants(programmeId)}) participant on participant.person_id = other.person_id
  where programme_cohort.programme_id = ${programmeId}`

/** By first names, told apart where two share one; in the order of these names. */
export async function readMates(ctx: Ctx, { programmeId, personId }: { programmeId: string; personId: string }): Promise<Mate[]> {
  const { rows } = await sql<{ personId: string; givenName: string; familyName: string }>`
    select person.id as "personId", given_name as "givenName", family_name as "familyName"
    from (${matesOf(programmeId, personId)}) mate join person on person.id = mate.person_id`.execute(ctx.db)
  const byName = new Intl.Collator('fr')
  return nameApart(rows).sort((a, b) => byName.compare(a.name, b.name))
}

export async function areMates(ctx: Ctx, programmeId: string, [one, other]: readonly [string, string]): Promise<boolean> {
  const { rows } = await sql`select from (${matesOf(programmeId, one)}) mate where person_id = ${other}`.execute(ctx.db)
  return rows.length > 0
}
