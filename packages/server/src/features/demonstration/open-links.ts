import type { Ctx } from '#ctx'
import { openShare } from '#features/passports/index.ts'
import { known, type Network, personAt } from './network.ts'

const DAY_MS = 24 * 3600_000
const CHEF = 'chef@bedel.demo.boat.test'

/** Somebody has a link that is open, and one that is over. */
export async function openLinks(ctx: Ctx, network: Network): Promise<void> {
  const personId = known(network.personIds, CHEF)
  const daysAgo = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS)
  const held = await ctx.db.selectFrom('credential').select('id').where('person_id', '=', personId).where('response', '=', 'accepted').where('revoked_at', 'is', null).execute()
  const badges = { scope: 'badges' as const, badgeIds: held.map(({ id }) => id) }
  await openShare(personAt(ctx, personId, daysAgo(40)), { ...badges, label: 'Concours des cantines du département', expiresAt: daysAgo(10) })
  await openShare(personAt(ctx, personId, daysAgo(2)), { ...badges, label: 'Restaurant scolaire de Châtellerault', expiresAt: new Date(ctx.now().getTime() + 28 * DAY_MS) })
}
