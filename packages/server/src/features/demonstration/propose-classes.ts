import type { Ctx } from '#ctx'
import { decideNomination, nominate } from '#features/nominations/index.ts'
import { createClaim } from '#features/passports/index.ts'
import { type ClassNominationSeed, type ClassNominationsSeed, classNominations } from './class-nominations.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { schoolDay } from './school-day.ts'
import { DOMAIN } from './structures.table-data.ts'

const AUTHORS = ['eps@bedel', 'anglais@bedel', 'cpe@bedel', 'principale@bedel'].map((at) => `${at}.${DOMAIN}`)
const DECIDER = `documentaliste@bedel.${DOMAIN}`
const DECIDED_AFTER_DAYS = 9

/** What teachers and others proposed class by class, and what became of it; who received a badge has a card for it. */
export async function proposeClasses(ctx: Ctx, network: Network): Promise<void> {
  for (const seed of classNominations) for (const [place, nominee] of seed.nominees.entries()) await proposeOne(ctx, network, { seed, nominee, place })
}

type One = { seed: ClassNominationsSeed; nominee: ClassNominationSeed; place: number }

async function proposeOne(ctx: Ctx, network: Network, { seed: { badge, outcome, reason, daysAgo }, nominee, place }: One): Promise<void> {
  const [className, number] = nominee.to
  const personId = known(new Map(known(network.pupilIds, className).entries()), number)
  const author = known(network.personIds, AUTHORS[place % AUTHORS.length]!)
  const { nominationId } = await nominate(personAt(ctx, author, schoolDay(ctx.now(), daysAgo - place)), {
    organizationId: known(network.organizationIds, 'bedel'),
    achievementId: known(network.badges, badge).achievementId,
    personId,
    deed: nominee.deed,
    occasion: nominee.occasion,
  })
  if (outcome === 'open') return
  const decider = personAt(ctx, known(network.personIds, DECIDER), schoolDay(ctx.now(), daysAgo - place - DECIDED_AFTER_DAYS))
  const { credentialId } = await decideNomination(decider, { nominationId, decision: outcome, reason })
  if (credentialId) await createClaim(decider, { credentialId, channel: 'card' })
}
