import { type RawBuilder, sql } from 'kysely'

/**
 * Who takes part: those in its classes and groups today. In a school these are its pupils, elsewhere all who hold no office there;
 * the adults of a class and its teachers are not learners.
 */
export const participants = (programmeId: string | RawBuilder<unknown>): RawBuilder<{ person_id: string; cohorts: string[] }> => sql`
  select cohort_member.person_id, array_agg(cohort.name order by cohort.kind, cohort.name) as cohorts
  from programme_cohort
  join programme on programme.id = programme_cohort.programme_id
  join organization on organization.id = programme.organization_id
  join cohort on cohort.id = programme_cohort.cohort_id
  join cohort_member on cohort_member.cohort_id = cohort.id and cohort_member.left_at is null
  join person on person.id = cohort_member.person_id and person.closed_at is null
  join membership on membership.organization_id = programme.organization_id and membership.person_id = person.id and membership.left_at is null
  where programme_cohort.programme_id = ${programmeId}
    and (membership.is_pupil or (organization.type not in ('primary-school', 'collège', 'lycée') and membership.roles = array['member']))
    and not exists (select from programme_teacher where programme_id = programme.id and person_id = person.id)
  group by cohort_member.person_id`

/** Those who have left, with the classes of the programme in which they were. */
export const formerParticipants = (programmeId: string, personIds: readonly string[]): RawBuilder<{ person_id: string; cohorts: string[] }> => sql`
  select person.id as person_id, array(
    select cohort.name from programme_cohort
    join cohort on cohort.id = programme_cohort.cohort_id
    join cohort_member on cohort_member.cohort_id = cohort.id and cohort_member.person_id = person.id
    where programme_cohort.programme_id = ${programmeId}
    order by cohort.kind, cohort.name) as cohorts
  from person where person.id = any (${personIds}::uuid[]) and person.closed_at is null`
