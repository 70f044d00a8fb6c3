// The people of a dossier, as far as whoever looks may know them.
import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { isUnder15 } from '#features/accounts/index.ts'

export type Known = { personId: string; name: string; title: string; isPupil: boolean; className: string | null; isProtected: boolean }
/** Pupils who may be below 15 are a pupil of their class to those who do not run the dossiers. */
export type Seen = { name: string; title: string; className: string | null } | { pupilOf: string | null }

export async function readPeople(ctx: Ctx, organizationId: string, personIds: readonly (string | null)[]): Promise<Map<string, Known>> {
  const ids = [...new Set(personIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('person')
    .leftJoin('membership', (join) => join.onRef('membership.person_id', '=', 'person.id').on('membership.organization_id', '=', organizationId))
    .select(['person.id', 'given_name', 'family_name', 'birth_date', 'title', 'is_pupil'])
    .select(
      sql<string | null>`(select name from cohort join cohort_member on cohort_id = cohort.id
        where cohort.organization_id = ${organizationId} and cohort_member.person_id = person.id and cohort_member.left_at is null and archived_at is null
        order by kind <> 'class', name limit 1)`.as('class_name'),
    )
    .where('person.id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        personId: row.id,
        name: `${row.given_name} ${row.family_name}`.trim(),
        title: row.title ?? '',
        isPupil: row.is_pupil ?? false,
        className: row.class_name,
        // A pupil whose birthday nobody wrote down is not presumed to be fifteen.
        isProtected: (row.is_pupil ?? false) && (row.birth_date === null || isUnder15(row.birth_date as unknown as string, ctx.now())),
      },
    ]),
  )
}

export const toStaff = ({ name, title, className }: Known): Seen => ({ name, title, className })
/** `isNamed`: an adult lifted it, with a reason. */
export const toOthers = (person: Known, isNamed = false): Seen => (person.isProtected && !isNamed ? { pupilOf: person.className } : toStaff(person))
