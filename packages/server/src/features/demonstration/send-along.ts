import type { Ctx } from '#ctx'
import { prepareDepartures, requestArrival } from '#features/departures/index.ts'
import { type DepartureSeed, departures } from './departures.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { schoolDay } from './school-day.ts'

/** Pupils who change schools: some with a code in their satchel, one who has arrived, and one on each side who waits for a yes. */
export async function sendAlong(ctx: Ctx, network: Network): Promise<void> {
  for (const seed of departures) await send(ctx, network, seed)
}

async function send(ctx: Ctx, network: Network, { className, places, by, daysAgo, to, arrival }: DepartureSeed): Promise<void> {
  const { prepared } = await prepareDepartures(personAt(ctx, known(network.personIds, by), schoolDay(ctx.now(), daysAgo)), {
    cohortId: known(network.cohortIds, className),
    kind: 'transfer',
    personIds: places.map((place) => known(network.pupilIds, className)[place]!),
    destinationId: to && known(network.organizationIds, to),
  })
  if (!arrival || !to) return
  const receiver = personAt(ctx, known(network.personIds, arrival.by), schoolDay(ctx.now(), daysAgo - 1))
  const cohortId = arrival.className && known(network.cohortIds, arrival.className)
  for (const { code } of prepared) await requestArrival(receiver, { organizationId: known(network.organizationIds, to), code, who: 'new', cohortId })
}
