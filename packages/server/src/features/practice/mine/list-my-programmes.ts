import { type RawBuilder, sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import { participants } from '../programmes/participants.ts'

export type MyProgramme = { programmeId: string; name: string; organizationName: string }

/** What somebody takes part in today, the latest school year first. */
export async function listMyProgrammes(ctx: Ctx): Promise<MyProgramme[]> {
  const { personId } = requirePerson(ctx)
  const { rows } = await sql<MyProgramme>`
    select own.id as "programmeId", own.name, organization.name as "organizationName"
    from (${programmesOf(personId)}) own join organization on organization.id = own.organization_id
    order by own.school_year desc, own.name, own.id`.execute(ctx.db)
  return rows
}

/** Asked on every page. */
export async function takesPartSomewhere(ctx: Ctx): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false
  const { rows } = await sql`${programmesOf(ctx.actor.personId)} limit 1`.execute(ctx.db)
  return rows.length > 0
}

const programmesOf = (personId: string): RawBuilder<unknown> => sql`
  select candidate.* from programme candidate
  where candidate.archived_at is null
    and candidate.id in (
      select programme_id from programme_cohort join cohort_member on cohort_member.cohort_id = programme_cohort.cohort_id
      where cohort_member.person_id = ${personId} and cohort_member.left_at is null)
    and exists (select from (${participants(sql.ref('candidate.id'))}) participant where participant.person_id = ${personId})`
