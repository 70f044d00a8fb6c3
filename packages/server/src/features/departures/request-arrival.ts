import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { actorId, type DepartureRow, demandUsable, lockDeparture } from './departure-rows.ts'
import { refuse } from './departures.errors.ts'
import { departureRequested } from './departures.facts.ts'
import { type LineOutcome, RequestInput } from './departures.schema.ts'
import { findByCode } from './find-arrival.ts'
import { movePassport } from './move-passport.ts'

/**
 * The new establishment says who this is here, and asks. Where the former one has named it beforehand both have said yes, and the passport moves at once.
 * Asking again changes the answer, as long as it waits.
 */
export async function requestArrival(ctx: Ctx, input: z.input<typeof RequestInput>): Promise<{ departureId: string; outcome: LineOutcome }> {
  const { organizationId, code, who, cohortId } = RequestInput.parse(input)
  const found = await findByCode(ctx, { organizationId, code })
  return transaction(ctx, async (ctx) => {
    const row = await lockDeparture(ctx, found.id)
    demandUsable(ctx, row, organizationId)
    if (cohortId) await demandCohort(ctx, organizationId, cohortId)
    const duplicateId = who === 'new' ? null : who.toLowerCase()
    if (duplicateId) await demandPupil(ctx, organizationId, duplicateId)
    const asked = { arrival_id: organizationId, arrival_cohort_id: cohortId ?? null, duplicate_id: duplicateId === row.person_id ? null : duplicateId }
    await ctx.db
      .updateTable('departure')
      .set({ ...asked, requested_by: actorId(ctx), requested_at: row.requested_at ?? ctx.now() })
      .where('id', '=', row.id)
      .execute()
    const next: DepartureRow = { ...row, ...asked }
    await recordRequest(ctx, next)
    if (row.agreed_at && row.destination_id === organizationId) {
      await movePassport(ctx, next)
      return { departureId: row.id, outcome: 'moved' }
    }
    if (!row.requested_at) await ctx.jobs.announce(departureRequested, { departureId: row.id })
    return { departureId: row.id, outcome: 'requested' }
  })
}

async function recordRequest(ctx: Ctx, row: DepartureRow): Promise<void> {
  const subject = { departureId: row.id, personId: row.person_id, toId: row.arrival_id!, ...(row.duplicate_id && { duplicateId: row.duplicate_id }) }
  for (const organizationId of [row.organization_id, row.arrival_id!].sort()) await recordAct(ctx, { organizationId, act: 'departure.requested', subject })
}

async function demandCohort(ctx: Ctx, organizationId: string, cohortId: string): Promise<void> {
  const cohort = await ctx.db
    .selectFrom('cohort')
    .select('id')
    .where('id', '=', cohortId)
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!cohort) throw refuse('cohort_unknown')
}

async function demandPupil(ctx: Ctx, organizationId: string, personId: string): Promise<void> {
  const pupil = await ctx.db
    .selectFrom('membership')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('is_pupil', '=', true)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (!pupil) throw refuse('duplicate_unknown')
}

/** Whoever asked takes it back: the code is as good as before. Safe to repeat. */
export async function cancelRequest(ctx: Ctx, { organizationId, departureId }: { organizationId: string; departureId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await demand(ctx, 'manage-people', organizationId)
    const row = await lockDeparture(ctx, departureId)
    if (row.arrival_id !== organizationId) throw refuseKit('not_found')
    if (row.moved_at) throw refuse('departure_done')
    const nothing = { arrival_id: null, arrival_cohort_id: null, duplicate_id: null, requested_by: null, requested_at: null }
    await ctx.db.updateTable('departure').set(nothing).where('id', '=', departureId).execute()
    const subject = { departureId, personId: row.person_id, toId: organizationId }
    for (const side of [row.organization_id, organizationId].sort()) await recordAct(ctx, { organizationId: side, act: 'departure.request-cancelled', subject })
  })
}
