import type { Selectable } from 'kysely'
import type { Ctx } from '#ctx'
import type { Departure } from '#db/schema.ts'
import { may } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from './departures.errors.ts'
import type { DepartureState } from './departures.schema.ts'

export type DepartureRow = Selectable<Departure>

export function stateOf(ctx: Ctx, row: Pick<DepartureRow, 'moved_at' | 'declined_at' | 'withdrawn_at' | 'requested_at' | 'expires_at'>): DepartureState {
  if (row.moved_at) return 'moved'
  if (row.declined_at) return 'declined'
  if (row.withdrawn_at) return 'withdrawn'
  // Whoever asked in time does not lose by the other side's delay.
  if (row.requested_at) return 'requested'
  return row.expires_at && row.expires_at <= ctx.now() ? 'expired' : 'open'
}

/** For the length of a transaction. */
export async function lockDeparture(ctx: Ctx, departureId: string): Promise<DepartureRow> {
  const row = isUuid(departureId) ? await ctx.db.selectFrom('departure').selectAll().where('id', '=', departureId).forUpdate().executeTakeFirst() : undefined
  if (!row) throw refuseKit('not_found')
  return row
}

/** Codes are prepared by those who give badges, such as the teacher of the class, and by those who look after people. */
export async function demandKeeper(ctx: Ctx, organizationId: string): Promise<void> {
  if (ctx.actor.kind === 'anonymous') throw refuseKit('not_signed_in')
  if (!((await may(ctx, 'issue', organizationId)) || (await may(ctx, 'manage-people', organizationId)))) throw refuseKit('not_allowed')
}

export const actorId = (ctx: Ctx): string | null => (ctx.actor.kind === 'person' ? ctx.actor.personId : null)

/** A code that can still be used by whoever asks now. */
export function demandUsable(ctx: Ctx, row: DepartureRow, organizationId: string): void {
  if (row.organization_id === organizationId) throw refuse('departure_own')
  if (row.kind === 'home') throw refuse('departure_home')
  const state = stateOf(ctx, row)
  if (state === 'moved') throw refuse('departure_done')
  if (state === 'requested') {
    if (row.arrival_id !== organizationId) throw refuse('departure_asked')
  } else if (state !== 'open') throw refuse(`departure_${state}`)
}
