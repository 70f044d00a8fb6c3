import { sql } from 'kysely'

/** Somebody who has left a structure goes on there under the name that it wrote down: what becomes of them is no longer its business. */
export const isKnownHere = sql<boolean>`not exists (select from membership where membership.person_id = credential.person_id
  and membership.organization_id = credential.organization_id and membership.left_at is not null)`
