import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demandCareForPupils } from '#features/organizations/index.ts'
import { hasPower, hasVerifiedEmail } from '../card-rules.ts'

export type AccessCardLine = {
  personId: string
  givenName: string
  familyName: string
  /** `own`: they sign in with an address, and need none. `waiting`: printed, not used yet. */
  state: 'own' | 'none' | 'waiting' | 'used'
  printedAt: Date | null
  firstUsedAt: Date | null
}

/** The pupils of a class as its list has them, and what became of the card of each. */
export async function listAccessCards(ctx: Ctx, { organizationId, cohortId }: { organizationId: string; cohortId: string }): Promise<AccessCardLine[]> {
  await demandCareForPupils(ctx, { organizationId, cohortId })
  const rows = await ctx.db
    .selectFrom('cohort_member')
    .innerJoin('cohort', 'cohort.id', 'cohort_member.cohort_id')
    .innerJoin('membership', (join) => join.onRef('membership.organization_id', '=', 'cohort.organization_id').onRef('membership.person_id', '=', 'cohort_member.person_id'))
    .innerJoin('person', 'person.id', 'cohort_member.person_id')
    .leftJoin('access_card', (join) => join.onRef('access_card.person_id', '=', 'person.id').on('access_card.replaced_at', 'is', null))
    .select(['person.id as personId', 'given_name as givenName', 'family_name as familyName', 'access_card.created_at as printedAt', 'first_used_at as firstUsedAt'])
    .select(sql<boolean>`(${hasVerifiedEmail} or ${hasPower})`.as('hasOwnWay'))
    .where('cohort.id', '=', cohortId)
    .where('cohort.organization_id', '=', organizationId)
    .where('cohort_member.left_at', 'is', null)
    .where('membership.left_at', 'is', null)
    .where('membership.is_pupil', '=', true)
    .where('person.closed_at', 'is', null)
    .execute()
  const byName = new Intl.Collator('fr')
  return rows
    .map(({ hasOwnWay, ...row }) => ({
      ...row,
      state: hasOwnWay ? ('own' as const) : row.firstUsedAt ? ('used' as const) : row.printedAt ? ('waiting' as const) : ('none' as const),
    }))
    .sort((a, b) => byName.compare(a.familyName, b.familyName) || byName.compare(a.givenName, b.givenName))
}
