import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demandInCohort } from './cohorts/demand-in-cohort.ts'

/** Of a row of `credential`: nobody can be told of it by mail, it waits for its owner, and its card was never printed. */
export const cardsToPrint = sql<boolean>`(credential.revoked_at is null and credential.response = 'pending' and credential.recipient_email is null
  and not exists (select from claim where credential_id = credential.id and (used_at is not null or channel = 'card'))
  and not exists (select from person_email where person_email.person_id = credential.person_id and verified_at is not null))`

/** The badges of a class whose paper cards are still to be printed. */
export async function countCardsOfCohort(ctx: Ctx, cohortId: string): Promise<number> {
  const { organizationId } = await demandInCohort(ctx, 'issue', cohortId)
  const { count } = await ctx.db
    .selectFrom('credential')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('organization_id', '=', organizationId)
    .where(cardsToPrint)
    .where('person_id', 'in', (people) => people.selectFrom('cohort_member').select('person_id').where('cohort_id', '=', cohortId).where('left_at', 'is', null))
    .executeTakeFirstOrThrow()
  return Number(count)
}
