import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { readStandings, type Standing } from '../attempts/read-standings.ts'
import type { PeriodProgress } from '../browser/progress.ts'
import type { CellState } from '../practice.schema.ts'
import { enterAsParticipant, type Programme } from '../programmes/enter-programme.ts'
import { type ProgrammeBadge, readBadges } from '../programmes/get-programme.ts'

/** To the pupil « nothing » is two things: not looked at yet, and getting ready. */
export type MyState = 'to-discover' | 'training' | 'ready' | 'to-rework' | 'passed'
export type MyBadge = ProgrammeBadge & { state: MyState; at: Date | null; levelId: string | null; attemptId: string | null; missing: ProgrammeBadge[] }
export type MyStanding = { programme: Programme & { personId: string }; badges: MyBadge[]; periods: PeriodProgress[]; cohorts: string[] }

/** One's own programme: each badge with where one stands, and the badges that come first. */
export async function getMyProgramme(ctx: Ctx, programmeId: string): Promise<MyStanding> {
  const programme = await enterAsParticipant(ctx, programmeId)
  const { personId } = programme
  const [badges, { people }, begun] = await Promise.all([readBadges(ctx, programmeId), readStandings(ctx, programmeId, { personId }), readBegun(ctx, programmeId, personId)])
  const { cells, periods, cohorts }: Standing = people[0]!
  const isPassed = (achievementId: string) => {
    const cell = cells[badges.findIndex((badge) => badge.achievementId === achievementId)]!
    // A higher level may be asked for: the badge is held all the same.
    return cell.state === 'passed' || cell.levelId !== null
  }
  return {
    programme,
    periods,
    cohorts,
    badges: badges.map((badge, index) => {
      const { state, at, levelId, attemptId } = cells[index]!
      const mine: MyState = state !== 'none' ? state : begun.has(badge.achievementId) ? 'training' : 'to-discover'
      return { ...badge, state: mine, at, levelId, attemptId, missing: badges.filter(({ achievementId }) => badge.requiredIds.includes(achievementId) && !isPassed(achievementId)) }
    }),
  }
}

/** Badges of which one has opened something to get ready. */
async function readBegun(ctx: Ctx, programmeId: string, personId: string): Promise<Set<string>> {
  const { rows } = await sql<{ achievement_id: string }>`
    select distinct resource.achievement_id from resource_progress
    join resource on resource.id = resource_progress.resource_id
    join programme_badge on programme_badge.achievement_id = resource.achievement_id and programme_badge.programme_id = ${programmeId}
    where resource_progress.person_id = ${personId}`.execute(ctx.db)
  return new Set(rows.map((row) => row.achievement_id))
}

/** By badge, as everybody calls them. */
export const statesOf = (badges: readonly MyBadge[]): Record<string, CellState> =>
  Object.fromEntries(badges.map(({ achievementId, state }) => [achievementId, state === 'to-discover' || state === 'training' ? 'none' : state]))
