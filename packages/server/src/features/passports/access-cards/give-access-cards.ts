import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { forgetSecret } from '#features/accounts/index.ts'
import { demandCareForPupils, recordAct } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { newCode } from '#kit/secrets.ts'
import { hasPower, hasVerifiedEmail } from '../card-rules.ts'
import { hashAccessCode } from '../claim-code.ts'
import { refuse } from '../passports.errors.ts'

type GiveInput = {
  organizationId: string
  /** The class they are given in; the adults of a class give them there. */
  cohortId?: string | undefined
  personIds: readonly string[]
  /** They forgot what they had chosen: it is cleared, and they are signed out everywhere. Else it still holds with the new card. */
  isForgotten?: boolean
}
export type GivenCard = { personId: string; givenName: string; familyName: string; className: string; code: string }

/** A new card for each of these pupils. The one they had is void at once; what is in their passport stays. The codes are told once. */
export async function giveAccessCards(ctx: Ctx, { organizationId, cohortId, personIds, isForgotten = false }: GiveInput): Promise<GivenCard[]> {
  await demandCareForPupils(ctx, { organizationId, cohortId })
  const wanted = [...new Set(personIds)]
  return transaction(ctx, async (ctx) => {
    // In one order, so that two prints of the same class wait for each other.
    await ctx.db.selectFrom('person').select('id').where('id', 'in', wanted).orderBy('id').forUpdate().execute()
    const pupils = await selectPupils(ctx, { organizationId, cohortId, personIds: wanted })
    if (pupils.length < wanted.length) throw refuseKit('not_found')
    if (pupils.some(({ hasOwnWay }) => hasOwnWay)) throw refuse('no_card_for_them')
    const cards: GivenCard[] = []
    for (const { hasOwnWay: _, ...pupil } of pupils) cards.push({ ...pupil, code: await giveOne(ctx, { organizationId, personId: pupil.personId, isForgotten }) })
    return cards
  })
}

async function giveOne(ctx: Ctx, { organizationId, personId, isForgotten }: { organizationId: string; personId: string; isForgotten: boolean }): Promise<string> {
  const code = newCode()
  const now = ctx.now()
  const cardId = ctx.newId()
  await ctx.db.updateTable('access_card').set({ replaced_at: now }).where('person_id', '=', personId).where('replaced_at', 'is', null).execute()
  await ctx.db
    .insertInto('access_card')
    .values({
      id: cardId,
      person_id: personId,
      organization_id: organizationId,
      code_hash: hashAccessCode(ctx, code),
      created_at: now,
      created_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    })
    .execute()
  if (isForgotten) await forgetSecret(ctx, { personId })
  await recordAct(ctx, { organizationId, act: isForgotten ? 'access-card.renewed' : 'access-card.given', subject: { personId, cardId } })
  return code
}

function selectPupils(ctx: Ctx, { organizationId, cohortId, personIds }: { organizationId: string; cohortId: string | undefined; personIds: readonly string[] }) {
  return ctx.db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id as personId', 'given_name as givenName', 'family_name as familyName'])
    .select(
      sql<string>`coalesce((select string_agg(cohort.name, ', ' order by cohort.name) from cohort_member join cohort on cohort.id = cohort_member.cohort_id
        where cohort_member.person_id = person.id and cohort_member.left_at is null and cohort.organization_id = membership.organization_id
          and cohort.kind = 'class' and cohort.archived_at is null), '')`.as('className'),
    )
    .select(sql<boolean>`(${hasVerifiedEmail} or ${hasPower})`.as('hasOwnWay'))
    .where('membership.organization_id', '=', organizationId)
    .where('membership.is_pupil', '=', true)
    .where('membership.left_at', 'is', null)
    .where('person.closed_at', 'is', null)
    .where('person.id', 'in', personIds)
    .$if(cohortId !== undefined, (query) =>
      query.where(sql<boolean>`exists (select from cohort_member where cohort_id::text = ${cohortId} and person_id = person.id and left_at is null)`),
    )
    .orderBy(sql`searchable(family_name)`)
    .orderBy(sql`searchable(given_name)`)
    .execute()
}
