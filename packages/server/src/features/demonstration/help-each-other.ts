import type { Ctx } from '#ctx'
import { answerHelp, chooseHelperBadge, noteHelp, offerHelp } from '#features/practice/index.ts'
import { helps, NEEDED, offers } from './helps.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { marion, type PhysicsBadge } from './programmes.table-data.ts'
import { type Programme, pupilOf } from './run-programmes.ts'
import { schoolDay } from './school-day.ts'

const OFFERED_DAYS_AGO = 17

/** Those who hold a badge help the others: offered, noted by one, confirmed by the other, and once often enough for a teacher to hear of it. */
export async function helpEachOther(ctx: Ctx, network: Network, { programmeId }: Programme): Promise<void> {
  const at = (personId: string, daysAgo: number) => personAt(ctx, personId, schoolDay(ctx.now(), daysAgo))
  const which = (badge: PhysicsBadge) => ({ programmeId, achievementId: known(network.badges, badge).achievementId })
  const { achievementId } = known(network.badges, 'peer-helper')
  await chooseHelperBadge(at(known(network.personIds, marion), OFFERED_DAYS_AGO), { programmeId, achievementId, needed: NEEDED })
  for (const { of, badges } of offers) for (const badge of badges) await offerHelp(at(pupilOf(network, of), OFFERED_DAYS_AGO), which(badge))
  for (const { by, to, badge, daysAgo, isWaiting } of helps) {
    const helperId = pupilOf(network, by)
    const { helpId } = await noteHelp(at(helperId, daysAgo), { ...which(badge), personId: pupilOf(network, to), role: 'helper' })
    if (!isWaiting) await answerHelp(at(pupilOf(network, to), daysAgo), { helpId, answer: 'confirmed' })
  }
}
