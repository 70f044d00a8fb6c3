import { sql } from 'kysely'
import { asSystem, type Ctx, transaction } from '#ctx'
import { answerFamilies } from './answer-families.ts'
import { awardBadges } from './award-badges.ts'
import { awards } from './awards.table-data.ts'
import { beginFirstYear } from './begin-first-year.ts'
import { composeFolios } from './compose-folios.ts'
import { conveneJuries } from './convene-juries.ts'
import { encourageBeginner } from './encourage-beginner.ts'
import { endorseBadges } from './endorse-badges.ts'
import { fillClasses } from './fill-classes.ts'
import { growBadge } from './grow-badge.ts'
import { handCards } from './hand-cards.ts'
import { helpEachOther } from './help-each-other.ts'
import { holdCeremonies } from './hold-ceremonies.ts'
import { keepPassports } from './keep-passports.ts'
import { leaveForToday } from './leave-for-today.ts'
import { emptyNetwork } from './network.ts'
import { openLinks } from './open-links.ts'
import { openStructures } from './open-structures.ts'
import { prepareBadges } from './prepare-badges.ts'
import { proposeClasses } from './propose-classes.ts'
import { proposePeople } from './propose-people.ts'
import { publishBadges, REVISED_DAYS_AGO, reviseBadges } from './publish-badges.ts'
import { runProgrammes } from './run-programmes.ts'
import { sendAlong } from './send-along.ts'
import { showBadges } from './show-badges.ts'
import { writeBooklets } from './write-booklets.ts'
import { writeCv } from './write-cv.ts'

/** Makes the demonstration network once; whoever starts again finds it as it was left. All of it, or nothing. */
export async function seedDemonstration(ctx: Ctx): Promise<void> {
  await transaction(asSystem(ctx), async (ctx) => {
    await sql`select pg_advisory_xact_lock(hashtext('demonstration'))`.execute(ctx.db)
    if (await ctx.db.selectFrom('organization').select('id').limit(1).executeTakeFirst()) return
    const network = emptyNetwork()
    const past = withoutTelling(ctx)
    await openStructures(past, network)
    await fillClasses(past, network)
    await publishBadges(past, network)
    await prepareBadges(past, network)
    await awardBadges(
      past,
      network,
      awards.filter(({ daysAgo }) => daysAgo > REVISED_DAYS_AGO),
    )
    await reviseBadges(past, network)
    await awardBadges(
      past,
      network,
      awards.filter(({ daysAgo, isAnnounced }) => daysAgo <= REVISED_DAYS_AGO && !isAnnounced),
    )
    await growBadge(past, network)
    const programme = await runProgrammes(past, network)
    await writeBooklets(past, network)
    await helpEachOther(ctx, network, programme)
    await proposePeople(past, network)
    await proposeClasses(past, network)
    await beginFirstYear(past, network)
    await answerFamilies(past, network)
    await holdCeremonies(past, network)
    await conveneJuries(past, network)
    await awardBadges(
      ctx,
      network,
      awards.filter(({ isAnnounced }) => isAnnounced),
    )
    await showBadges(past, network)
    await endorseBadges(past, network)
    await handCards(past, network)
    await openLinks(past, network)
    await leaveForToday(ctx, network)
    await encourageBeginner(ctx, network)
    await sendAlong(past, network)
    await writeCv(past, network)
    await keepPassports(past, network)
    await composeFolios(past, network)
  })
}

/** What happened long ago was told long ago: nobody gets sixty mails on the first start. */
const withoutTelling = (ctx: Ctx): Ctx => ({ ...ctx, jobs: { send: async () => {}, announce: async () => {}, announceAll: async () => {} } })
