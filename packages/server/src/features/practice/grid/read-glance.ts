import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { inParis } from '#kit/paris-time.ts'
import { readStandings } from '../attempts/read-standings.ts'
import { daysLeft, ENCOURAGED_DAYS } from '../browser/begun.ts'
import { currentPeriod, type PeriodProgress, progressOf } from '../browser/progress.ts'
import { enterAsTeacher } from '../programmes/enter-programme.ts'
import { type ProgrammeBadge, readBadges, readPeriods } from '../programmes/get-programme.ts'
import { readUnbegun, type Unbegun } from './read-unbegun.ts'

/** Advice that came back lately: four weeks, so that the first days of a month do not begin with nothing. */
export const RECENT_DAYS = 28
const MAX_REMARKS = 12

type LocalizedTitle = AchievementContent['name']
export type Recurring = { achievementId: string; remarkId: string; text: string; times: number; pupils: number; resource: { resourceId: string; title: LocalizedTitle } | null }
export type Waiting = { personId: string; givenName: string; familyName: string; achievementId: string; since: Date }
export type Glance = {
  /** What the programme works for now, without the exceptions of some. */
  period: (PeriodProgress & { daysLeft: number; encouragedFromDay: string }) | null
  badges: ProgrammeBadge[]
  hasPeople: boolean
  unbegun: Unbegun[]
  waiting: Waiting[]
  recurring: Recurring[]
  /** Nobody has asked for them, been advised on them or holds them. */
  untouchedIds: string[]
}

/** The class at a glance: what there is to do this week, and nobody above anybody. */
export async function readGlance(ctx: Ctx, programmeId: string): Promise<Glance> {
  await enterAsTeacher(ctx, programmeId)
  const [badges, periods, { people, badgeIds }, unbegun, recurring] = await Promise.all([
    readBadges(ctx, programmeId),
    readPeriods(ctx, programmeId),
    readStandings(ctx, programmeId),
    readUnbegun(ctx, programmeId),
    readRecurring(ctx, programmeId),
  ])
  const today = inParis(ctx.now()).day
  const period = currentPeriod(progressOf(periods, [], [], today))
  const waiting = people.flatMap(({ personId, givenName, familyName, cells }) =>
    cells.flatMap(({ state, at }, place) => (state === 'ready' ? [{ personId, givenName, familyName, achievementId: badgeIds[place]!, since: at! }] : [])),
  )
  return {
    period: period ? { ...period, daysLeft: daysLeft(period.endsOn, today), encouragedFromDay: dayBefore(period.endsOn, ENCOURAGED_DAYS) } : null,
    badges,
    hasPeople: people.length > 0,
    unbegun,
    waiting: waiting.sort((a, b) => a.since.getTime() - b.since.getTime()),
    recurring,
    untouchedIds: badgeIds.filter((_, place) => people.every(({ cells }) => cells[place]!.state === 'none')),
  }
}

const dayBefore = (day: string, days: number) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

/** Prepared remarks said at least twice, the most said first: it is the advice that is counted, for a lesson about it. */
async function readRecurring(ctx: Ctx, programmeId: string): Promise<Recurring[]> {
  const since = new Date(ctx.now().getTime() - RECENT_DAYS * 86_400_000)
  const { rows } = await sql<Recurring>`
    select attempt.achievement_id as "achievementId", remark.id as "remarkId", remark.text, count(*)::int as times, count(distinct attempt.person_id)::int as pupils,
      case when resource.id is not null then jsonb_build_object('resourceId', resource.id, 'title', resource.title) end as resource
    from attempt
    join attempt_remark on attempt_remark.attempt_id = attempt.id
    join remark on remark.id = attempt_remark.remark_id
    left join resource on resource.id = remark.resource_id
    where attempt.programme_id = ${programmeId} and attempt.judged_at >= ${since}
    group by attempt.achievement_id, remark.id, resource.id
    having count(*) > 1
    order by count(*) desc, remark.text
    limit ${MAX_REMARKS}`.execute(ctx.db)
  return rows
}
