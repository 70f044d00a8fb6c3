import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { inParis, parisTime } from '#kit/paris-time.ts'
import { readStandings } from '../attempts/read-standings.ts'
import { currentPeriod, type Period, progressOf } from '../browser/progress.ts'
import { enterAsTeacher } from '../programmes/enter-programme.ts'
import { type ProgrammeBadge, readBadges, readPeriods } from '../programmes/get-programme.ts'
import { type Asked, findHint, type Hint } from './balance.ts'
import { holds } from './is-holder.ts'

export type Offer = { achievementId: string; isPaused: boolean }
/** In this period: how often asked, and how many helps both remember. */
export type Helper = Asked & { cohorts: string[]; offers: Offer[]; confirmed: number; isReached: boolean; helpedNames: string[] }
export type Helping = {
  badges: ProgrammeBadge[]
  period: Period | undefined
  helpers: Helper[]
  hint: Hint | undefined
  chosen: { achievementId: string; needed: number } | undefined
}

/** For the teachers: who offers what, and who is always asked. By name; these numbers are shown nowhere else. */
export async function getHelping(ctx: Ctx, programmeId: string): Promise<Helping> {
  await enterAsTeacher(ctx, programmeId)
  const [badges, periods, { people }, offers, chosen] = await Promise.all([
    readBadges(ctx, programmeId),
    readPeriods(ctx, programmeId),
    readStandings(ctx, programmeId),
    readOffers(ctx, programmeId),
    ctx.db.selectFrom('programme_helper_badge').select(['achievement_id as achievementId', 'needed']).where('programme_id', '=', programmeId).executeTakeFirst(),
  ])
  const period = currentPeriod(progressOf(periods, [], [], inParis(ctx.now()).day)) ?? periods.at(-1)
  const helps = await readHelps(ctx, programmeId, period)
  const nameOf = (personId: string) => people.find((person) => person.personId === personId)
  const helpers = people.flatMap(({ personId, givenName, familyName, cohorts }): Helper[] => {
    const own = offers.filter((offer) => offer.personId === personId)
    const given = helps.find((help) => help.helperId === personId)
    if (own.length === 0 && !given) return []
    const name = `${givenName} ${familyName}`.trim()
    const isReached = chosen !== undefined && given !== undefined && !given.isHeld && given.ever >= chosen.needed
    const helpedNames = (given?.helped ?? []).flatMap((id) => nameOf(id)?.givenName ?? [])
    return [{ personId, name, cohorts, offers: own, asked: given?.asked ?? 0, confirmed: given?.confirmed ?? 0, isReached, helpedNames }]
  })
  return { badges, period, helpers, hint: findHint(helpers.filter((helper) => helper.offers.some(({ isPaused }) => !isPaused))), chosen }
}

/** Of those who hold the badge: who lost it offers nothing any more. */
async function readOffers(ctx: Ctx, programmeId: string): Promise<(Offer & { personId: string })[]> {
  const held = holds({ achievementId: sql.ref('help_offer.achievement_id'), personId: sql.ref('help_offer.person_id'), now: ctx.now() })
  const { rows } = await sql<Offer & { personId: string }>`
    select help_offer.person_id as "personId", help_offer.achievement_id as "achievementId", stopped_by is not null as "isPaused"
    from help_offer join programme_badge badge on badge.programme_id = help_offer.programme_id and badge.achievement_id = help_offer.achievement_id
    where help_offer.programme_id = ${programmeId} and (stopped_at is null or stopped_by is not null) and ${held}
    order by badge.position`.execute(ctx.db)
  return rows
}

type Helps = { helperId: string; asked: number; confirmed: number; ever: number; isHeld: boolean; helped: string[] }

async function readHelps(ctx: Ctx, programmeId: string, period: Period | undefined): Promise<Helps[]> {
  const from = period ? parisTime(period.startsOn, '00:00') : new Date(0)
  const held = holds({ achievementId: sql.ref('chosen.achievement_id'), personId: sql.ref('helper_id'), now: ctx.now() })
  const { rows } = await sql<Helps>`
    select helper_id as "helperId",
      (count(*) filter (where noted_at >= ${from}))::int as asked,
      (count(*) filter (where confirmed_at >= ${from}))::int as confirmed,
      count(confirmed_at)::int as ever,
      coalesce(array_agg(distinct helped_id) filter (where confirmed_at is not null), '{}') as helped,
      exists (select from programme_helper_badge chosen where chosen.programme_id = ${programmeId} and ${held}) as "isHeld"
    from help_given where programme_id = ${programmeId} and declined_at is null group by helper_id`.execute(ctx.db)
  return rows
}
