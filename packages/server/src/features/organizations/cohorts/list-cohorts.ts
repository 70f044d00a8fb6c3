import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '../may.ts'
import { type Cohort, demandInCohort } from './demand-in-cohort.ts'

export type CohortSummary = { id: string; name: string; kind: 'class' | 'group'; schoolYear: string; memberCount: number }

/** Classes and groups, the present year first; 6e before 5e is nobody's order, so names sort as numbers and letters do. */
export async function listCohorts(ctx: Ctx, organizationId: string, { isArchived = false } = {}): Promise<CohortSummary[]> {
  await demand(ctx, 'view', organizationId)
  const rows = await ctx.db
    .selectFrom('cohort')
    .select(['id', 'name', 'kind', 'school_year as schoolYear'])
    .select(
      sql<number>`(select count(*)::int from cohort_member
        join membership on membership.organization_id = cohort.organization_id and membership.person_id = cohort_member.person_id
        where cohort_id = cohort.id and cohort_member.left_at is null and membership.left_at is null)`.as('memberCount'),
    )
    .where('organization_id', '=', organizationId)
    .where('archived_at', isArchived ? 'is not' : 'is', null)
    .execute()
  const byName = new Intl.Collator('fr', { numeric: true })
  return rows
    .map((row) => ({ ...row, kind: row.kind as Cohort['kind'] }))
    .sort((a, b) => b.schoolYear.localeCompare(a.schoolYear) || a.kind.localeCompare(b.kind) || byName.compare(a.name, b.name))
}

export const getCohort = (ctx: Ctx, cohortId: string): Promise<Cohort> => demandInCohort(ctx, 'view', cohortId)

export type CohortMember = { personId: string; givenName: string; familyName: string; isPupil: boolean; birthDate: string | null; emails: string[] }

export async function listCohortMembers(ctx: Ctx, cohortId: string): Promise<CohortMember[]> {
  await demandInCohort(ctx, 'view-people', cohortId)
  const rows = await ctx.db
    .selectFrom('cohort_member')
    .innerJoin('cohort', 'cohort.id', 'cohort_member.cohort_id')
    .innerJoin('person', 'person.id', 'cohort_member.person_id')
    .innerJoin('membership', (join) => join.onRef('membership.person_id', '=', 'person.id').onRef('membership.organization_id', '=', 'cohort.organization_id'))
    .select(['person.id as personId', 'given_name as givenName', 'family_name as familyName', 'is_pupil as isPupil'])
    .select(sql<string | null>`birth_date::text`.as('birthDate'))
    .select(sql<string[]>`array(select address::text from person_email where person_id = person.id order by is_primary desc, address)`.as('emails'))
    .where('cohort.id', '=', cohortId)
    .where('cohort_member.left_at', 'is', null)
    .where('membership.left_at', 'is', null)
    .where('closed_at', 'is', null)
    .execute()
  const byName = new Intl.Collator('fr')
  return rows.sort((a, b) => byName.compare(a.familyName, b.familyName) || byName.compare(a.givenName, b.givenName))
}
