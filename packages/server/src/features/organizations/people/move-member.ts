import { sql } from 'kysely'
import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { addCohortMember } from '../cohorts/cohort-members.ts'
import { refuseOrganization } from '../organizations.errors.ts'
import { addMember } from './add-member.ts'
import { removeMember } from './change-member.ts'

type Move = { personId: string; fromId: string; toId: string; cohortId: string | null }

/** A pupil leaves one structure for another. For the platform only: whoever calls has heard both structures say yes. Safe to repeat. */
export async function moveMember(ctx: Ctx, { personId, fromId, toId, cohortId }: Move): Promise<void> {
  demandPlatform(ctx)
  await transaction(ctx, async (ctx) => {
    // In one order, so that two pupils who cross each other do not wait for one another.
    await sql`select id from organization where id in (${fromId}, ${toId}) order by id for update`.execute(ctx.db)
    const former = await ctx.db
      .selectFrom('membership')
      .select('is_pupil')
      .where('organization_id', '=', fromId)
      .where('person_id', '=', personId)
      .where('left_at', 'is', null)
      .executeTakeFirst()
    if (former?.is_pupil === false) throw refuseOrganization('pupils_are_not_staff')
    if (former) await removeMember(ctx, { organizationId: fromId, personId })
    await addMember(ctx, { organizationId: toId, personId, roles: ['member'], isPupil: true })
    if (cohortId) await addCohortMember(ctx, { cohortId, personId })
  })
}

/** What a structure wrote down for a pupil whom it entered a second time becomes that of the person they are. */
export async function mergeMember(ctx: Ctx, { organizationId, duplicateId, personId }: { organizationId: string; duplicateId: string; personId: string }): Promise<void> {
  demandPlatform(ctx)
  await transaction(ctx, async (ctx) => {
    const elsewhere = await ctx.db
      .selectFrom('membership')
      .select('person_id')
      .where('person_id', '=', duplicateId)
      .where('organization_id', '<>', organizationId)
      .executeTakeFirst()
    if (elsewhere) throw refuseOrganization('member_elsewhere')
    const classes = await ctx.db.selectFrom('cohort_member').select(['cohort_id', 'joined_at', 'left_at']).where('person_id', '=', duplicateId).execute()
    await ctx.db.deleteFrom('cohort_member').where('person_id', '=', duplicateId).execute()
    for (const { cohort_id, joined_at, left_at } of classes)
      await ctx.db
        .insertInto('cohort_member')
        .values({ cohort_id, person_id: personId, joined_at, left_at })
        .onConflict((conflict) => conflict.columns(['cohort_id', 'person_id']).doUpdateSet(left_at === null ? { left_at } : (eb) => ({ left_at: eb.ref('cohort_member.left_at') })))
        .execute()
    await ctx.db.updateTable('pupil_number').set({ person_id: personId }).where('person_id', '=', duplicateId).where('organization_id', '=', organizationId).execute()
    await ctx.db.deleteFrom('membership').where('person_id', '=', duplicateId).where('organization_id', '=', organizationId).execute()
  })
}

function demandPlatform(ctx: Ctx): void {
  if (ctx.actor.kind !== 'system') throw refuse('not_allowed')
}
