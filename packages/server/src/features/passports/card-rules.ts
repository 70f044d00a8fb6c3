// Whom a piece of paper may let in. Each is a condition on a row of `person`.
import { sql } from 'kysely'

export const hasVerifiedEmail = sql<boolean>`exists (select from person_email e where e.person_id = person.id and e.verified_at is not null)`

/** A say over others, here or anywhere: paper never opens that. */
export const hasPower = sql<boolean>`(coalesce(person.is_network_admin, false)
  or exists (select from membership m where m.person_id = person.id and m.roles && array['owner', 'admin', 'designer', 'issuer']))`

/** `organization`: the column that names the structure. */
export const isPupilOf = (organization: string) =>
  sql<boolean>`exists (select from membership m where m.person_id = person.id and m.organization_id = ${sql.ref(organization)} and m.is_pupil and m.left_at is null)`
