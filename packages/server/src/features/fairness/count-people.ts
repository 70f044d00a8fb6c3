import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { schoolYearOf } from '#features/organizations/index.ts'
import { boundsOfSchoolYear } from './school-years.ts'

/** `class` and `group` bear a name; pupils without one, and those who work here, are counted together. */
export type UnitKind = 'class' | 'group' | 'alone' | 'adults'
export type UnitCount = { kind: UnitKind; name: string; people: number; proposed: number; recognised: number }

const ORDER: readonly UnitKind[] = ['class', 'group', 'alone', 'adults']

/**
 * How many people of each class were proposed at least once, and how many received a badge. Everybody is counted once: classes where there
 * are any, else groups, since a group cuts through classes and the difference would tell of a few people. The order is that of the names.
 */
export async function countPeople(ctx: Ctx, { organizationId, schoolYear }: { organizationId: string; schoolYear: string }): Promise<UnitCount[]> {
  const { start, end } = boundsOfSchoolYear(schoolYear)
  const isCurrent = schoolYear === schoolYearOf(ctx.now())
  const { rows } = await sql<UnitCount>`
    with unit as (
      select id, name, kind from cohort where organization_id = ${organizationId} and school_year in (${schoolYear}, ${isCurrent ? '' : schoolYear})
        and (archived_at is null or not ${isCurrent}::boolean)
    ), counted_unit as (
      select * from unit where kind = 'class' or not exists (select from unit where kind = 'class')
    ), somebody as (
      select membership.person_id, is_pupil from membership join person on person.id = membership.person_id
      where organization_id = ${organizationId} and closed_at is null and membership.created_at < ${end}
        and (membership.left_at is null or membership.left_at >= ${isCurrent ? end : start})
    ), placed as (
      select somebody.person_id, is_pupil, place.name, place.kind from somebody left join lateral (
        select name, kind from counted_unit join cohort_member on cohort_id = counted_unit.id
        where cohort_member.person_id = somebody.person_id and (cohort_member.left_at is null or (cohort_member.left_at >= ${start} and not ${isCurrent}::boolean))
        order by cohort_member.left_at is not null, name limit 1
      ) place on is_pupil
    ), marked as (
      select case when not is_pupil then 'adults' when kind is null then 'alone' else kind end as kind, coalesce(name, '') as name,
        exists (select from nomination where nomination.person_id = placed.person_id and organization_id = ${organizationId} and created_at >= ${start} and created_at < ${end}
          and state in ('open', 'to-complete', 'agreed', 'granted', 'not-retained', 'declined')
          and exists (select from nomination_voice where nomination_id = nomination.id and nomination_voice.state = 'admitted')) as is_proposed,
        exists (select from credential where credential.person_id = placed.person_id and organization_id = ${organizationId} and revoked_at is null
          and issued_at >= ${start} and issued_at < ${end}) as is_recognised
      from placed
    )
    select kind, name, count(*)::int as people, count(*) filter (where is_proposed)::int as proposed, count(*) filter (where is_recognised)::int as recognised
    from marked group by kind, name`.execute(ctx.db)
  const byName = new Intl.Collator('fr', { numeric: true })
  return rows.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || byName.compare(a.name, b.name))
}
