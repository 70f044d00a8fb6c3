import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { demandKeeper, stateOf } from './departure-rows.ts'
import type { DepartureKind, DepartureState } from './departures.schema.ts'

export type Line = {
  departureId: string
  name: string
  className: string | null
  state: DepartureState
  kind: DepartureKind
  /** The other establishment: where somebody goes, or comes from. */
  otherName: string | null
  /** Named beforehand by somebody who may say yes. */
  isAgreed: boolean
  createdAt: Date
  expiresAt: Date | null
  requestedAt: Date | null
  requestedBy: string | null
  endedAt: Date | null
  endedBy: string | null
  reason: string
}

const SHOWN = 300

/** Who leaves a structure: who is asked for, whose code waits, who has left. */
export async function listDepartures(ctx: Ctx, organizationId: string): Promise<Line[]> {
  await demandKeeper(ctx, organizationId)
  const rows = await lines(ctx)
    .leftJoin('organization', (join) => join.on('organization.id', '=', sql`coalesce(departure.arrival_id, departure.destination_id)`))
    .leftJoin('cohort', 'cohort.id', 'departure.cohort_id')
    .select(['departure.person_name as name', 'cohort.name as class_name', 'organization.name as other_name'])
    .where('departure.organization_id', '=', organizationId)
    // A code that was printed again, or taken back, is no event of a pupil's life.
    .where('departure.withdrawn_at', 'is', null)
    .execute()
  return rows.map((row) => present(ctx, row))
}

/** Who comes to a structure: who waits for the other side's yes, who has arrived, who was refused. A full name only of those who are here. */
export async function listArrivals(ctx: Ctx, organizationId: string): Promise<Line[]> {
  await demand(ctx, 'manage-people', organizationId)
  const rows = await lines(ctx)
    .innerJoin('organization', 'organization.id', 'departure.organization_id')
    .innerJoin('person', 'person.id', 'departure.person_id')
    .leftJoin('cohort', 'cohort.id', 'departure.arrival_cohort_id')
    .select(['cohort.name as class_name', 'organization.name as other_name'])
    .select(sql<string>`case when departure.moved_at is null then person.given_name else trim(person.given_name || ' ' || person.family_name) end`.as('name'))
    .where('departure.arrival_id', '=', organizationId)
    .where('departure.withdrawn_at', 'is', null)
    .execute()
  return rows.map((row) => present(ctx, row))
}

const lines = (ctx: Ctx) =>
  ctx.db
    .selectFrom('departure')
    .leftJoin('person as asker', 'asker.id', 'departure.requested_by')
    .leftJoin('person as ender', (join) => join.on('ender.id', '=', sql`coalesce(departure.declined_by, departure.agreed_by)`))
    .select(['departure.id', 'departure.kind', 'departure.created_at', 'departure.expires_at', 'requested_at', 'declined_at', 'withdrawn_at', 'moved_at', 'agreed_at'])
    .select('decline_reason')
    .select(sql<string | null>`nullif(trim(asker.given_name || ' ' || asker.family_name), '')`.as('asked_by'))
    .select(sql<string | null>`nullif(trim(ender.given_name || ' ' || ender.family_name), '')`.as('ended_by'))
    .orderBy(sql`coalesce(moved_at, declined_at, requested_at, departure.created_at) desc`)
    .orderBy('departure.id')
    .limit(SHOWN)

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number] & { name: string; class_name: string | null; other_name: string | null }

const present = (ctx: Ctx, row: Row): Line => ({
  departureId: row.id,
  name: row.name,
  className: row.class_name,
  state: stateOf(ctx, row),
  kind: row.kind as DepartureKind,
  otherName: row.other_name,
  isAgreed: row.agreed_at !== null,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  requestedAt: row.requested_at,
  requestedBy: row.asked_by,
  endedAt: row.moved_at ?? row.declined_at,
  endedBy: row.ended_by,
  reason: row.decline_reason,
})
