import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { actorId, demandKeeper, lockDeparture } from './departure-rows.ts'
import { refuse } from './departures.errors.ts'

/** The code is void from now on, and whoever asked with it asks no more. Once the passport has moved there is nothing to take back. Safe to repeat. */
export async function withdrawDeparture(ctx: Ctx, departureId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const row = await lockDeparture(ctx, departureId)
    await demandKeeper(ctx, row.organization_id)
    if (row.moved_at) throw refuse('departure_done')
    if (row.withdrawn_at || row.declined_at) return
    await ctx.db
      .updateTable('departure')
      .set({ withdrawn_at: ctx.now(), withdrawn_by: actorId(ctx) })
      .where('id', '=', departureId)
      .execute()
    await recordAct(ctx, { organizationId: row.organization_id, act: 'departure.withdrawn', subject: { departureId, personId: row.person_id } })
  })
}
