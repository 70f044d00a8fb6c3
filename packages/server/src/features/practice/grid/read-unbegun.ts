import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { inParis } from '#kit/paris-time.ts'
import { readStandings, type Standing } from '../attempts/read-standings.ts'
import { isEncouraged } from '../browser/begun.ts'
import { currentPeriod, type PeriodProgress } from '../browser/progress.ts'
import { isBegun } from './read-grid.ts'

/** Between two encouragements of one pupil. */
const WEEK_MS = 7 * 86_400_000

export type Unbegun = Pick<Standing, 'personId' | 'givenName' | 'familyName' | 'cohorts'> & { period: PeriodProgress; nudgedAt: Date | null; mayNudge: boolean }

/** Who has not begun, when their own period ends in three weeks or less, in the order of names. The caller has asked who may see them. */
export async function readUnbegun(ctx: Ctx, programmeId: string, only: { personIds?: readonly string[] } = {}): Promise<Unbegun[]> {
  const { people } = await readStandings(ctx, programmeId, only)
  const today = inParis(ctx.now()).day
  const waiting = people.flatMap((person) => {
    const period = currentPeriod(person.periods)
    return period && isEncouraged(period, today) && !isBegun(person, period) ? [{ ...person, period }] : []
  })
  const nudges = await readNudges(ctx, programmeId)
  return waiting.map(({ personId, givenName, familyName, cohorts, period }) => {
    const nudgedAt = nudges.get(`${period.periodId}/${personId}`) ?? null
    return { personId, givenName, familyName, cohorts, period, nudgedAt, mayNudge: nudgedAt === null || nudgedAt.getTime() <= ctx.now().getTime() - WEEK_MS }
  })
}

/** The last time that somebody was encouraged in a period. */
async function readNudges(ctx: Ctx, programmeId: string): Promise<Map<string, Date>> {
  const { rows } = await sql<{ key: string; at: Date }>`
    select nudge.period_id || '/' || nudge.person_id as key, max(nudged_at) as at
    from programme_nudge nudge join programme_period period on period.id = nudge.period_id
    where period.programme_id = ${programmeId}
    group by nudge.period_id, nudge.person_id`.execute(ctx.db)
  return new Map(rows.map(({ key, at }) => [key, at]))
}
