import type { Ctx } from '#ctx'
import { addDossiers, addPeople, changeRecipient, createCeremony, listRecipients, markRecipient, publishCeremony, runPublishing, setHandedBy } from '#features/ceremonies/index.ts'
import { createClaim } from '#features/passports/index.ts'
import { type GiftSeed, held, organizer, planned } from './ceremonies.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { daysAfter, schoolDay } from './school-day.ts'

/** One that is being prepared, with dossiers that are still secret, and one that was held and published, with who was not there. */
export async function holdCeremonies(ctx: Ctx, network: Network): Promise<void> {
  await holdPast(ctx, network)
  await prepareNext(ctx, network)
}

const organizerAt = (ctx: Ctx, network: Network, now: Date): Ctx => personAt(ctx, known(network.personIds, organizer), now)
const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

async function prepareNext(ctx: Ctx, network: Network): Promise<void> {
  const organizationId = known(network.organizationIds, 'bedel')
  const by = organizerAt(ctx, network, ctx.now())
  const { title, time, place } = planned
  const { ceremonyId } = await createCeremony(by, { organizationId, title, time, place, day: isoDay(schoolDay(daysAfter(ctx.now(), planned.inDays), 0)) })
  const agreed = await ctx.db.selectFrom('nomination').select('id').where('organization_id', '=', organizationId).where('state', '=', 'agreed').orderBy('created_at').execute()
  await addDossiers(by, { ceremonyId, nominationIds: agreed.slice(0, planned.dossiers).map(({ id }) => id) })
  await giveAll(by, network, ceremonyId, planned.gifts)
  for (const [className, handedBy] of Object.entries(planned.handedBy)) await setHandedBy(by, { ceremonyId, className, handedBy })
  const people = new Map((await listRecipients(by, ceremonyId)).map((person) => [person.familyName, person]))
  for (const { familyName, ...notes } of planned.notes) await changeRecipient(by, { ...known(people, familyName), ...notes })
}

async function holdPast(ctx: Ctx, network: Network): Promise<void> {
  const day = schoolDay(ctx.now(), held.daysAgo)
  const by = organizerAt(ctx, network, day)
  const { title, time, place } = held
  const { ceremonyId } = await createCeremony(by, { organizationId: known(network.organizationIds, 'bedel'), title, time, place, day: isoDay(day) })
  await giveAll(by, network, ceremonyId, held.gifts)
  const people = await listRecipients(by, ceremonyId)
  for (const [place, { recipientId }] of people.entries()) await markRecipient(by, { recipientId, presence: held.absent.some((at) => at === place) ? 'absent' : 'handed' })
  await publishCeremony(by, ceremonyId)
  await runPublishing(by, ceremonyId)
  // Their cards were handed over that day, or wait in a drawer.
  for (const { credentialId } of await listRecipients(by, ceremonyId)) if (credentialId) await createClaim(by, { credentialId, channel: 'card' })
}

async function giveAll(by: Ctx, network: Network, ceremonyId: string, gifts: readonly GiftSeed[]): Promise<void> {
  for (const { badge, of, places, citation, calledClass } of gifts) {
    const pupils = known(network.pupilIds, of)
    const personIds = places.map((place) => pupils[place]!)
    await addPeople(by, { ceremonyId, achievementId: known(network.badges, badge).achievementId, personIds, citation })
    if (calledClass === undefined) continue
    for (const person of await listRecipients(by, ceremonyId))
      if (person.personId && personIds.includes(person.personId)) await changeRecipient(by, { ...person, className: calledClass })
  }
}
