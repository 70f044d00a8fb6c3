import { as, type Ctx } from '#ctx'
import { giveAccessCards, joinWithAccessCard } from '#features/passports/index.ts'
import { accessCards } from './cards.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { schoolDay } from './school-day.ts'

/** The teacher of the CM2 printed the cards of the class, and some pupils have chosen their pictures. */
export async function handCards(ctx: Ctx, network: Network): Promise<void> {
  const { cohort, by, givenDaysAgo, withoutCard, firstUses } = accessCards
  const cards = await giveAccessCards(personAt(ctx, known(network.personIds, by), schoolDay(ctx.now(), givenDaysAgo)), {
    organizationId: known(network.organizationIds, 'rabelais'),
    cohortId: known(network.cohortIds, cohort),
    personIds: known(network.pupilIds, cohort).slice(0, -withoutCard),
  })
  for (const [place, { daysAgo, pictures }] of firstUses.entries()) {
    const then = schoolDay(ctx.now(), daysAgo)
    const secret = { kind: 'pictures' as const, pictures: [...pictures] }
    await joinWithAccessCard({ ...as(ctx, { kind: 'anonymous' }), now: () => then }, { code: cards[place]!.code, secret, isShared: true }, { userAgent: '', address: '' })
  }
}
