import type { Ctx } from '#ctx'
import { listPublished, listResources } from '#features/achievements/index.ts'
import { respondToCredential } from '#features/credentials/index.ts'
import { schoolYearOf } from '#features/organizations/index.ts'
import { createClaim } from '#features/passports/index.ts'
import { addException, addRemark, askReady, createProgramme, judgeAttempt, readPeriods, shareProgramme } from '#features/practice/index.ts'
import { badges } from './badges.table-data.ts'
import { growingBadge } from './levels.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { type AttemptSeed, attempts, exceptions, hugo, marion, nature, type PhysicsBadge, physics, remarks } from './programmes.table-data.ts'
import { daysAfter, schoolDay } from './school-day.ts'

const BEGUN_DAYS_AGO = 74
const MINUTE = 60_000

export type Programme = { programmeId: string; remarkIds: Map<PhysicsBadge, string[]> }

/** A class gets ready at its own pace, two badges a term: somebody waits at every stage of it. */
export async function runProgrammes(ctx: Ctx, network: Network): Promise<Programme> {
  const begun = personAt(ctx, known(network.personIds, marion), schoolDay(ctx.now(), BEGUN_DAYS_AGO))
  const periods = termsAround(ctx.now())
  const { programmeId } = await createProgramme(begun, {
    organizationId: known(network.organizationIds, 'genevoix'),
    name: physics.name,
    description: physics.description,
    schoolYear: schoolYearOf(ctx.now()),
    badges: physics.badges.map((key) => ({ achievementId: badgeOf(network, key), requiredIds: requiredFor(key).map((first) => badgeOf(network, first)) })),
    periods,
    cohortIds: physics.cohorts.map((name) => known(network.cohortIds, name)),
    teacherIds: [known(network.personIds, hugo)],
  })
  const programme = { programmeId, remarkIds: await writeRemarks(begun, network) }
  for (const seed of attempts) await live(ctx, network, { programme, seed })
  await makeExceptions(ctx, network, programme)
  await shareNature(ctx, network)
  return programme
}

const badgeOf = (network: Network, key: PhysicsBadge): string => known(network.badges, key).achievementId
const requiredFor = (key: PhysicsBadge): readonly PhysicsBadge[] => (key in physics.first ? physics.first[key as keyof typeof physics.first] : [])

/** Three terms: the one that runs began eleven weeks ago and ends on a Friday in less than three, when who has not begun is encouraged. */
export function termsAround(now: Date) {
  const current = now.getUTCMonth() >= 7 ? 0 : now.getUTCMonth() < 3 ? 1 : 2
  const soon = daysAfter(now, 14)
  const ends = daysAfter(soon, (5 - soon.getUTCDay() + 7) % 7)
  return ['1er trimestre', '2e trimestre', '3e trimestre'].map((name, place) => {
    const end = daysAfter(ends, (place - current) * 98)
    return { name, startsOn: isoDay(daysAfter(end, -95)), endsOn: isoDay(end), required: 2 }
  })
}

async function writeRemarks(ctx: Ctx, network: Network): Promise<Programme['remarkIds']> {
  const organizationId = known(network.organizationIds, 'genevoix')
  const written: Programme['remarkIds'] = new Map()
  for (const key of physics.badges) {
    const achievementId = badgeOf(network, key)
    const resources = new Map((await listResources(ctx, achievementId)).map(({ title, resourceId }) => [title.fr, resourceId]))
    const remarkIds: string[] = []
    for (const [text, title] of remarks[key])
      remarkIds.push((await addRemark(ctx, { organizationId, achievementId, text, ...(title && { resourceId: known(resources, title) }) })).remarkId)
    written.set(key, remarkIds)
  }
  return written
}

/** What was to rework, then passed, then asked for again: in the order of time. */
async function live(ctx: Ctx, network: Network, { programme, seed }: { programme: Programme; seed: AttemptSeed }): Promise<void> {
  const { of, badge, by = marion, tried = [], passed, ready } = seed
  const personId = pupilOf(network, of)
  const which = { programmeId: programme.programmeId, achievementId: badgeOf(network, badge), personId }
  const onDay = (daysAgo: number) => personAt(ctx, known(network.personIds, by), schoolDay(ctx.now(), daysAgo))
  const bank = known(programme.remarkIds, badge)
  for (const [daysAgo, said, advice = ''] of tried)
    await judgeAttempt(onDay(daysAgo), { ...which, verdict: 'to-rework', remarkIds: said.map((place) => known(new Map(bank.entries()), place)), advice })
  if (passed) {
    const { credentialId } = await judgeAttempt(onDay(passed), { ...which, verdict: 'passed' })
    const holder = personAt(ctx, personId, schoolDay(ctx.now(), passed - 1))
    // Those who have an address kept it at once; the others have a card.
    if (typeof of === 'string' || of % 2 === 1) await respondToCredential(holder, { credentialId: credentialId!, response: 'accepted' })
    else await createClaim(holder, { credentialId: credentialId!, channel: 'card' })
  }
  if (ready) await askReady(personAt(ctx, personId, new Date(ctx.now().getTime() - ready.minutesAgo * MINUTE)), { ...which, selfAssessment: ready.self })
}

async function makeExceptions(ctx: Ctx, network: Network, { programmeId }: Programme): Promise<void> {
  const teacher = personAt(ctx, known(network.personIds, marion), ctx.now())
  const { periodId, endsOn } = (await readPeriods(ctx, programmeId)).find(({ endsOn }) => new Date(endsOn) > ctx.now())!
  for (const { of, reason, ...more } of exceptions) {
    const how = 'daysMore' in more ? { endsOn: isoDay(daysAfter(new Date(endsOn), more.daysMore)) } : more
    await addException(teacher, { periodId, personId: pupilOf(network, of), reason, ...how })
  }
}

async function shareNature(ctx: Ctx, network: Network): Promise<void> {
  const teacher = personAt(ctx, known(network.personIds, nature.by), schoolDay(ctx.now(), BEGUN_DAYS_AGO))
  const organizationId = known(network.organizationIds, 'rabelais')
  const given = await listPublished(ctx, organizationId)
  const badgeNames: string[] = [badges['helping-hand'].name.fr, growingBadge.content.name.fr]
  const { programmeId } = await createProgramme(teacher, {
    organizationId,
    name: nature.name,
    description: nature.description,
    schoolYear: schoolYearOf(ctx.now()),
    badges: given.filter(({ content }) => badgeNames.includes(content.name.fr)).map(({ achievementId }) => ({ achievementId })),
    periods: termsAround(ctx.now()).map((term) => ({ ...term, required: 1 })),
    cohortIds: nature.cohorts.map((name) => known(network.cohortIds, name)),
  })
  await shareProgramme(teacher, { programmeId, isShared: true })
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
export const pupilOf = (network: Network, of: number | string): string =>
  typeof of === 'string' ? known(network.personIds, of) : known(new Map(known(network.pupilIds, '2de 4').entries()), of)
