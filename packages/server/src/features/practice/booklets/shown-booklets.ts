// What the teachers of a structure may read of the booklets that its pupils made elsewhere. Of what is not shown they learn nothing, not even that it is there.
import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { isUnder15 } from '#features/accounts/index.ts'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { getBookletOf } from './own-booklets.ts'
import type { Booklet } from './read-booklets.ts'

export type ShownLine = {
  programmeId: string
  name: string
  schoolYear: string
  organizationName: string
  personId: string
  givenName: string
  familyName: string
  cohorts: string[]
}
type Whose = { organizationId: string; personId?: string; programmeId?: string }

/** In the order of family names. Asked again at each view: a word taken back, a fifteenth birthday or a departure closes at once. */
export async function listShownBooklets(ctx: Ctx, { organizationId, personId, programmeId }: Whose): Promise<ShownLine[]> {
  await demand(ctx, 'issue', organizationId)
  const { rows } = await sql<ShownLine & { birthDate: string | null; isPupilSomewhere: boolean; isPupilHere: boolean; familyAgrees: boolean; isOpened: boolean }>`
    with here as (
      select person_id, is_pupil from membership
      where organization_id = ${organizationId} and left_at is null and (${personId ?? null}::uuid is null or person_id = ${personId ?? null}::uuid)
    ), made as (
      select programme_id, person_id from attempt where withdrawn_at is null and person_id in (select person_id from here)
      union select programme_id, person_id from booklet_sentence where person_id in (select person_id from here)
    )
    select programme.id as "programmeId", programme.name, school_year as "schoolYear", organization.name as "organizationName",
      person.id as "personId", given_name as "givenName", family_name as "familyName", birth_date::text as "birthDate",
      array(select cohort.name from cohort_member join cohort on cohort.id = cohort_id
        where cohort_member.person_id = person.id and cohort_member.left_at is null and cohort.organization_id = ${organizationId} and cohort.archived_at is null
        order by cohort.kind, cohort.name) as cohorts,
      here.is_pupil as "isPupilHere",
      exists (select from membership other where other.person_id = person.id and other.is_pupil and other.left_at is null) as "isPupilSomewhere",
      family_allows(person.id, 'booklet') as "familyAgrees",
      exists (select from booklet_share share where share.programme_id = programme.id and share.person_id = person.id
        and share.organization_id = ${organizationId} and share.closed_at is null) as "isOpened"
    from here
    join person on person.id = here.person_id and person.closed_at is null
    join made on made.person_id = person.id
    join programme on programme.id = made.programme_id and programme.organization_id <> ${organizationId}
    join organization on organization.id = programme.organization_id
    where (${programmeId ?? null}::uuid is null or programme.id = ${programmeId ?? null}::uuid)
    order by school_year desc, programme.name`.execute(ctx.db)
  const byName = new Intl.Collator('fr')
  return rows
    .filter(({ birthDate, isPupilSomewhere, isPupilHere, familyAgrees, isOpened }) => {
      const isChild = birthDate === null ? isPupilSomewhere : isUnder15(birthDate, ctx.now())
      return isChild ? isPupilHere && familyAgrees : isOpened
    })
    .map(({ birthDate: _birth, isPupilSomewhere: _somewhere, isPupilHere: _here, familyAgrees: _agrees, isOpened: _opened, ...line }) => line)
    .sort((a, b) => byName.compare(a.familyName, b.familyName) || byName.compare(a.givenName, b.givenName))
}

export async function getShownBooklet(ctx: Ctx, asked: Required<Whose>): Promise<Booklet> {
  await demand(ctx, 'issue', asked.organizationId)
  if (!isUuid(asked.personId) || !isUuid(asked.programmeId)) throw refuse('not_found')
  if ((await listShownBooklets(ctx, asked)).length === 0) throw refuse('not_found')
  return getBookletOf(ctx, asked)
}
