import type { Ctx } from '#ctx'
import { announceBadge, congratulate, followOrganization, showBadge } from '#features/passports/index.ts'
import { awardBadges } from './award-badges.ts'
import type { AwardSeed } from './awards.table-data.ts'
import type { BadgeKey } from './badges.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { schoolDay } from './school-day.ts'
import type { StructureKey } from './structures.table-data.ts'

const at = (address: string) => `${address}.demo.boat.test`

/** Two colleagues of the rectorat were recognised elsewhere. */
const awards: readonly AwardSeed[] = [
  {
    badge: 'pedagogical-leadership',
    by: at('formation@ih2ef'),
    daysAgo: 75,
    recipients: [
      { to: at('innovation@rectorat'), narrative: 'A fait écrire à douze établissements leurs propres critères, sans en imposer aucun.', response: 'accepted', isShared: true },
    ],
  },
  {
    badge: 'volunteer-referee',
    by: at('presidente@foulees'),
    daysAgo: 45,
    validForDays: 365,
    recipients: [{ to: at('secretariat@rectorat'), narrative: 'A tenu le chronométrage du semi-marathon, sous la pluie et sans une erreur.', response: 'accepted' }],
  },
]

const SHOWN: readonly [who: string, badge: BadgeKey, to: StructureKey][] = [
  [at('innovation@rectorat'), 'pedagogical-leadership', 'rectorat'],
  [at('secretariat@rectorat'), 'volunteer-referee', 'rectorat'],
  [at('cpe@bedel'), 'bullying-referent', 'bedel'],
  [at('documentaliste@bedel'), 'digital-trainer', 'bedel'],
]
const ANNOUNCED: readonly [who: string, badge: BadgeKey, daysAgo: number][] = [
  [at('principale@bedel'), 'pedagogical-leadership', 60],
  [at('innovation@rectorat'), 'pedagogical-leadership', 40],
  [at('documentaliste@bedel'), 'digital-trainer', 33],
  [at('chef@bedel'), 'committed-chef', 12],
]
const FOLLOWED: readonly [who: string, structures: readonly StructureKey[]][] = [
  [at('rh@rectorat'), ['ih2ef', 'canope', 'bedel']],
  ['admin@demo.boat.test', ['ih2ef', 'bedel', 'foulees']],
]

/** What some of the grown-ups show to their structure, whom they follow, and a few warm words. */
export async function showBadges(ctx: Ctx, network: Network): Promise<void> {
  await awardBadges(ctx, network, awards)
  const day = (daysAgo: number) => schoolDay(ctx.now(), daysAgo)
  const person = (address: string, daysAgo: number) => personAt(ctx, known(network.personIds, address), day(daysAgo))
  for (const [who, badge, to] of SHOWN) await showBadge(person(who, 30), { badgeId: await findHeld(ctx, network, who, badge), organizationId: known(network.organizationIds, to) })
  for (const [who, badge, daysAgo] of ANNOUNCED) await announceBadge(person(who, daysAgo), { credentialId: await findHeld(ctx, network, who, badge), isAnnounced: true })
  for (const [who, structures] of FOLLOWED) for (const key of structures) await followOrganization(person(who, 80), known(network.organizationIds, key))
  const chefs = await findHeld(ctx, network, at('chef@bedel'), 'committed-chef')
  await congratulate(person(at('rh@rectorat'), 10), { badgeId: chefs, phrase: 'own', words: 'Un tiers de restes en moins, et des élèves qui cuisinent : quelle belle histoire !' })
  await congratulate(person(at('enseignante@genevoix'), 9), { badgeId: chefs, phrase: 'bravo' })
}

async function findHeld({ db }: Ctx, network: Network, address: string, badge: BadgeKey): Promise<string> {
  const { id } = await db
    .selectFrom('credential')
    .select('id')
    .where('person_id', '=', known(network.personIds, address))
    .where('achievement_id', '=', known(network.badges, badge).achievementId)
    .executeTakeFirstOrThrow()
  return id
}
