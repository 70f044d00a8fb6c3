import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { actorId, lockDeparture, stateOf } from './departure-rows.ts'
import { refuse } from './departures.errors.ts'
import { departureDeclined } from './departures.facts.ts'
import { DeclineInput } from './departures.schema.ts'
import { movePassport } from './move-passport.ts'

/** The former establishment says yes to whoever asks: everything moves, or nothing does. Safe to repeat. */
export async function confirmDeparture(ctx: Ctx, departureId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const row = await lockDeparture(ctx, departureId)
    await demand(ctx, 'manage-people', row.organization_id)
    const state = stateOf(ctx, row)
    if (state === 'moved') return
    if (state !== 'requested') throw refuse('nothing_asked')
    await ctx.db
      .updateTable('departure')
      .set({ agreed_by: actorId(ctx), agreed_at: ctx.now() })
      .where('id', '=', departureId)
      .execute()
    await movePassport(ctx, row)
  })
}

/** The former establishment says no, and why. The code is void; another one can be handed out. */
export async function declineDeparture(ctx: Ctx, input: z.input<typeof DeclineInput>): Promise<void> {
  const { departureId, reason } = DeclineInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const row = await lockDeparture(ctx, departureId)
    await demand(ctx, 'manage-people', row.organization_id)
    const state = stateOf(ctx, row)
    if (state === 'declined') return
    if (state !== 'requested') throw refuse(state === 'moved' ? 'departure_done' : 'nothing_asked')
    await ctx.db
      .updateTable('departure')
      .set({ declined_by: actorId(ctx), declined_at: ctx.now(), decline_reason: reason })
      .where('id', '=', departureId)
      .execute()
    const subject = { departureId, personId: row.person_id, toId: row.arrival_id! }
    for (const organizationId of [row.organization_id, row.arrival_id!].sort()) await recordAct(ctx, { organizationId, act: 'departure.declined', subject, reason })
    await ctx.jobs.announce(departureDeclined, { departureId })
  })
}
