import { asSystem, type Ctx } from '#ctx'
import {
  castVote,
  choosePresident,
  closeJury,
  createJury,
  decideDossier,
  layDossiers,
  markPresence,
  openJury,
  seatGuest,
  seatMember,
  startSession,
} from '#features/juries/index.ts'
import { nominate } from '#features/nominations/index.ts'
import { clerk, coming, type DossierSeed, delegate, english, guest, past, seats, type WhoSeat, waiting } from './juries.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { findPerson, isOutsider } from './propose-people.ts'
import { daysAfter, schoolDay } from './school-day.ts'

const DAYS_AGO = 31
const SEATS = Object.keys(seats) as WhoSeat[]

/** A séance that is over, with its minutes, and one whose vote is open. */
export async function conveneJuries(ctx: Ctx, network: Network): Promise<void> {
  await judge(ctx, network)
  await convene(ctx, network)
}

async function judge(ctx: Ctx, network: Network): Promise<void> {
  const at = schoolDay(ctx.now(), DAYS_AGO)
  const as = (who: string) => personAt(ctx, known(network.personIds, who), at)
  const { juryId, members } = await prepare(ctx, network, { title: 'Jury de rentrée', place: 'Salle des actes', at, daysLater: 0 })
  const nominationIds: string[] = []
  for (const seed of past) nominationIds.push(await propose(ctx, network, seed, schoolDay(ctx.now(), DAYS_AGO + 12)))
  const { dossierIds } = await layDossiers(as(clerk), { juryId, nominationIds })
  await openJury(as(clerk), juryId)
  for (const [index, { votes }] of past.entries())
    for (const [seat, vote] of Object.entries(votes)) await castVote(as(seats[seat as WhoSeat]), { juryId }, { dossierId: known(dossierIds, nominationIds[index]!), vote })
  await startSession(as(seats.president), juryId)
  for (const memberId of members) await markPresence(as(seats.president), { juryId, memberId, isPresent: true })
  for (const [index, { decision, reason }] of past.entries())
    await decideDossier(as(seats.president), juryId, { dossierId: known(dossierIds, nominationIds[index]!), decision, reason, revision: 0 })
  await closeJury(as(clerk), juryId)
}

async function convene(ctx: Ctx, network: Network): Promise<void> {
  const now = ctx.now()
  const as = (who: string) => personAt(ctx, known(network.personIds, who), now)
  const { juryId } = await prepare(ctx, network, { title: 'Jury d’hiver', place: 'CDI', at: now, daysLater: 8 })
  for (const who of [english, delegate]) await seatMember(as(clerk), { juryId, personId: known(network.personIds, who) })
  const { token } = await seatGuest(as(clerk), { juryId, ...guest })
  const nominationIds: string[] = []
  for (const seed of coming) nominationIds.push(await propose(ctx, network, seed, schoolDay(now, 3)))
  for (const { badge, nominee } of waiting) nominationIds.push(await findWaiting(ctx, network, { achievementId: known(network.badges, badge).achievementId, nominee }))
  const { dossierIds } = await layDossiers(as(clerk), { juryId, nominationIds })
  await openJury(as(clerk), juryId)
  const [ecology, , driver] = nominationIds.map((nominationId) => known(dossierIds, nominationId))
  await castVote(as(seats.cpe), { juryId }, { dossierId: ecology!, vote: 'yes', comment: 'Une action suivie, qui a changé quelque chose.' })
  await castVote(as(seats.cpe), { juryId }, { dossierId: driver!, vote: 'yes', comment: 'Les familles en parlent depuis des années.' })
  await castVote(asSystem(ctx), { token }, { dossierId: driver!, vote: 'yes', comment: 'Il a attendu mon fils plus d’une fois.' })
}

type Occasion = { title: string; place: string; at: Date; daysLater: number }

async function prepare(ctx: Ctx, network: Network, { title, place, at, daysLater }: Occasion): Promise<{ juryId: string; members: string[] }> {
  const own = personAt(ctx, known(network.personIds, clerk), at)
  const date = daysAfter(at, daysLater).toISOString().slice(0, 10)
  const { juryId } = await createJury(own, { organizationId: known(network.organizationIds, 'bedel'), title, date, time: '09:30', place, quorum: 3 })
  const members: string[] = []
  for (const seat of SEATS) members.push((await seatMember(own, { juryId, personId: known(network.personIds, seats[seat]) })).memberId)
  await choosePresident(own, { juryId, memberId: members[0]! })
  return { juryId, members }
}

async function propose(ctx: Ctx, network: Network, { badge, nominee, by, deed, occasion }: DossierSeed, at: Date): Promise<string> {
  const shared = { organizationId: known(network.organizationIds, 'bedel'), achievementId: known(network.badges, badge).achievementId, deed, occasion }
  const who = isOutsider(nominee) ? nominee : { personId: findPerson(network, nominee) }
  return (await nominate(personAt(ctx, findPerson(network, by), at), { ...shared, ...who })).nominationId
}

/** A dossier that others opened; the nominee by address, or by name. */
async function findWaiting(ctx: Ctx, network: Network, { achievementId, nominee }: { achievementId: string; nominee: string }): Promise<string> {
  const personId = network.personIds.get(nominee)
  const { id } = await ctx.db
    .selectFrom('nomination')
    .select('id')
    .where('achievement_id', '=', achievementId)
    .where((where) => (personId ? where('person_id', '=', personId) : where('nominee_name', '=', nominee)))
    .executeTakeFirstOrThrow()
  return id
}
