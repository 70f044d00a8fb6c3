import type { Ctx } from '#ctx'
import { inLanguage, presentLevels } from '#features/achievements/index.ts'
import { inParis } from '#kit/paris-time.ts'
import { readStandings, type Standing } from '../attempts/read-standings.ts'
import { hasBegun } from '../browser/begun.ts'
import { type Grid, type GridBadge, type GridChanges, type GridRow, letterOf } from '../browser/cells.ts'
import { currentPeriod } from '../browser/progress.ts'
import { enterAsTeacher } from '../programmes/enter-programme.ts'
import { readBadges, readPeriods } from '../programmes/get-programme.ts'

/** Pupils × badges, one letter a cell. */
export async function readGrid(ctx: Ctx, programmeId: string): Promise<Grid> {
  await enterAsTeacher(ctx, programmeId)
  const readAt = ctx.now().toISOString()
  const [badges, periods, { people }] = await Promise.all([readGridBadges(ctx, programmeId), readPeriods(ctx, programmeId), readStandings(ctx, programmeId)])
  const cohorts = [...new Set(people.flatMap((person) => person.cohorts))].sort(new Intl.Collator('fr', { numeric: true }).compare)
  return {
    readAt,
    badges,
    cohorts,
    periods: periods.map(({ periodId, name, endsOn, required }) => ({ periodId, name, endsOn, required })),
    rows: people.map((person) => toRow(person, { badges, cohorts, ends: new Map(periods.map(({ periodId, endsOn }) => [periodId, endsOn])) })),
  }
}

/** A little is read twice, for what was being written while it was read. */
const OVERLAP_MS = 15_000

/** The rows of those about whom something was said since then, by whomever. */
export async function readGridChanges(ctx: Ctx, programmeId: string, { since, cohorts }: { since: Date; cohorts: readonly string[] }): Promise<GridChanges> {
  await enterAsTeacher(ctx, programmeId)
  const readAt = ctx.now().toISOString()
  const touched = await ctx.db
    .selectFrom('attempt')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('changed_at', '>', new Date(since.getTime() - OVERLAP_MS))
    .execute()
  if (touched.length === 0) return { readAt, rows: [] }
  const personIds = touched.map(({ person_id }) => person_id)
  const [badges, periods, { people }] = await Promise.all([readGridBadges(ctx, programmeId), readPeriods(ctx, programmeId), readStandings(ctx, programmeId, { personIds })])
  const ends = new Map(periods.map(({ periodId, endsOn }) => [periodId, endsOn]))
  return { readAt, rows: people.map((person) => toRow(person, { badges, cohorts, ends })) }
}

async function readGridBadges(ctx: Ctx, programmeId: string): Promise<GridBadge[]> {
  const badges = await readBadges(ctx, programmeId)
  return badges.map(({ achievementId, content }) => ({
    achievementId,
    name: inLanguage(content.name, ctx.locale),
    levels: presentLevels(content.levels, ctx.locale).map(({ id, name }) => ({ id, name })),
  }))
}

type Frame = { badges: readonly GridBadge[]; cohorts: readonly string[]; ends: ReadonlyMap<string, string> }

function toRow({ personId, givenName, familyName, ...person }: Standing, { badges, cohorts, ends }: Frame): GridRow {
  const period = currentPeriod(person.periods)
  const waiting = person.cells.flatMap(({ attemptId }, place) => (attemptId ? [[place, attemptId]] : []))
  return {
    personId,
    givenName,
    familyName,
    cohorts: person.cohorts.map((name) => cohorts.indexOf(name)),
    cells: person.cells
      .map(({ state, levelId }, place) =>
        letterOf(
          state,
          badges[place]!.levels.findIndex(({ id }) => id === levelId),
        ),
      )
      .join(''),
    ...(waiting.length > 0 && { waiting: Object.fromEntries(waiting) }),
    period: period ? { periodId: period.periodId, done: period.done, required: period.required, ownEnd: period.endsOn === ends.get(period.periodId) ? null : period.endsOn } : null,
    hasBegun: period === undefined || isBegun(person, period),
  }
}

export const isBegun = ({ cells }: Pick<Standing, 'cells'>, period: Standing['periods'][number]): boolean =>
  hasBegun(
    period,
    cells.map(({ state, at }) => ({ state, day: at && inParis(at).day })),
  )
