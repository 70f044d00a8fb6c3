import { sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { demandRoom, type Limit, spend } from '#kit/rate-limit.ts'
import { hashDepartureCode } from './departure-code.ts'
import { type DepartureRow, demandUsable } from './departure-rows.ts'
import { refuse } from './departures.errors.ts'

/** A class list typed badly goes through; who guesses needs centuries. */
const wrongCodes = (key: string): Limit => ({ key: `departure:${key}`, max: 40, windowSeconds: 900 })

export type Arrival = {
  departureId: string
  givenName: string
  className: string | null
  schoolName: string
  badgeCount: number
  /** They belong to this establishment already, through a group for instance. */
  isKnownHere: boolean
  /** The other side has said yes beforehand. */
  isAgreed: boolean
  /** Pupils entered here who may be the same person. Nobody is chosen for whoever looks. */
  suggestions: Suggestion[]
}
export type Suggestion = { personId: string; name: string; className: string | null; isSameName: boolean; isSameBirthDate: boolean }

/** What a code says to the establishment that was given it: a first name, where they come from, and how many badges come along. */
export async function findArrival(ctx: Ctx, { organizationId, code }: { organizationId: string; code: string }): Promise<Arrival> {
  const row = await findByCode(ctx, { organizationId, code })
  const found = await ctx.db
    .selectFrom('departure')
    .innerJoin('person', 'person.id', 'departure.person_id')
    .innerJoin('organization', 'organization.id', 'departure.organization_id')
    .leftJoin('cohort', 'cohort.id', 'departure.cohort_id')
    .select(['given_name', 'cohort.name as class_name', 'organization.name as school_name'])
    .select(
      sql<number>`(select count(*)::int from credential where credential.person_id = departure.person_id and revoked_at is null and response <> 'declined')`.as('badge_count'),
    )
    .select(sql<boolean>`exists (select from membership where person_id = departure.person_id and organization_id = ${organizationId} and left_at is null)`.as('is_known'))
    .where('departure.id', '=', row.id)
    .executeTakeFirstOrThrow()
  return {
    departureId: row.id,
    givenName: found.given_name,
    className: found.class_name,
    schoolName: found.school_name,
    badgeCount: found.badge_count,
    isKnownHere: found.is_known,
    isAgreed: row.agreed_at !== null && row.destination_id === organizationId,
    suggestions: await listSuggestions(ctx, organizationId, row.person_id),
  }
}

/** The departure of a code, for somebody who takes in pupils here. Wrong codes are counted by person and by establishment. */
export async function findByCode(ctx: Ctx, { organizationId, code }: { organizationId: string; code: string }): Promise<DepartureRow> {
  await demand(ctx, 'manage-people', organizationId)
  const limits = [wrongCodes(requirePerson(ctx).personId), wrongCodes(organizationId)]
  for (const limit of limits) await demandRoom(ctx.db, ctx.now(), limit)
  const row = await ctx.db.selectFrom('departure').selectAll().where('code_hash', '=', hashDepartureCode(ctx, code)).executeTakeFirst()
  if (!row) {
    for (const limit of limits) await spend(ctx.db, ctx.now(), limit)
    throw refuse('departure_unknown')
  }
  demandUsable(ctx, row, organizationId)
  return row
}

/** By name and birth date, among those the establishment has entered itself. */
async function listSuggestions(ctx: Ctx, organizationId: string, personId: string): Promise<Suggestion[]> {
  const { rows } = await sql<Suggestion>`
    with arriving as (select id, birth_date, searchable(given_name) as given, searchable(family_name) as family from person where id = ${personId}),
    here as (
      select person.id as "personId", trim(person.given_name || ' ' || person.family_name) as name,
        (select cohort.name from cohort join cohort_member on cohort_id = cohort.id where cohort.organization_id = ${organizationId} and cohort_member.person_id = person.id
          and cohort_member.left_at is null and archived_at is null order by kind <> 'class', cohort.name limit 1) as "className",
        searchable(person.given_name) = arriving.given and searchable(person.family_name) = arriving.family as "isSameName",
        coalesce(person.birth_date = arriving.birth_date, false) as "isSameBirthDate",
        searchable(person.given_name) = arriving.given or searchable(person.family_name) = arriving.family as is_near
      from membership join person on person.id = membership.person_id cross join arriving
      where organization_id = ${organizationId} and is_pupil and left_at is null and closed_at is null and person.id <> arriving.id)
    select "personId", name, "className", "isSameName", "isSameBirthDate" from here
    where "isSameName" or ("isSameBirthDate" and is_near)
    order by "isSameName" desc, "isSameBirthDate" desc, name limit 6`.execute(ctx.db)
  return rows
}
