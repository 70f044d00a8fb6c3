import type { Ctx } from '#ctx'
import { inLanguage, presentLevels } from '#features/achievements/index.ts'
import { inParis, parisTime } from '#kit/paris-time.ts'
import { readStandings, type Standing } from '../attempts/read-standings.ts'
import { listRemarks } from '../attempts/remarks.ts'
import { hasBegun } from '../browser/begun.ts'
import { type Grid, type GridBadge, type GridChanges, letterOf, type RowChange, type RowPeriod } from '../browser/cells.ts'
import { currentPeriod, type Period, type PeriodProgress, progressOf } from '../browser/progress.ts'
import { enterAsTeacher, type Programme } from '../programmes/enter-programme.ts'
import { readBadges, readPeriods } from '../programmes/get-programme.ts'

/** Pupils × badges, one letter a cell. */
export const readGrid = async (ctx: Ctx, programmeId: string): Promise<Grid> => (await readWithPeople(ctx, programmeId)).grid

export type DatedGrid = { grid: Grid; days: Map<string, (string | null)[]> }

/** The same, with the day of each cell of each pupil. */
export async function readDatedGrid(ctx: Ctx, programmeId: string): Promise<DatedGrid> {
  const { grid, people } = await readWithPeople(ctx, programmeId)
  return { grid, days: new Map(people.map(({ personId, cells }) => [personId, cells.map(({ at }) => at && inParis(at).day)])) }
}

async function readWithPeople(ctx: Ctx, programmeId: string): Promise<{ grid: Grid; people: Standing[] }> {
  const programme = await enterAsTeacher(ctx, programmeId)
  const readAt = ctx.now().toISOString()
  const [badges, periods, { people }] = await Promise.all([readGridBadges(ctx, programme), readPeriods(ctx, programmeId), readStandings(ctx, programmeId)])
  const cohorts = [...new Set(people.flatMap((person) => person.cohorts))].sort(new Intl.Collator('fr', { numeric: true }).compare)
  const places = new Map(cohorts.map((name, place) => [name, place]))
  const grid: Grid = {
    readAt,
    badges,
    cohorts,
    periods: periods.map(({ periodId, name, endsOn, required }) => ({ periodId, name, endsOn, required })),
    currentId: currentPeriod(progressOf(periods, [], [], inParis(ctx.now()).day))?.periodId ?? null,
    rows: people.map((person) => ({
      ...toChange(person, badges, periods),
      givenName: person.givenName,
      familyName: person.familyName,
      cohorts: person.cohorts.map((name) => places.get(name)!),
    })),
  }
  return { grid, people }
}

/** A little is read twice, for what was being written while it was read. */
const OVERLAP_MS = 15_000

/** Those about whom something was said since then, by whomever. */
export async function readGridChanges(ctx: Ctx, programmeId: string, since: Date): Promise<GridChanges> {
  const programme = await enterAsTeacher(ctx, programmeId)
  const touched = await ctx.db
    .selectFrom('attempt')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('changed_at', '>', new Date(since.getTime() - OVERLAP_MS))
    .execute()
  if (touched.length === 0) return { rows: [] }
  const personIds = touched.map(({ person_id }) => person_id)
  const [badges, periods, { people }] = await Promise.all([readGridBadges(ctx, programme), readPeriods(ctx, programmeId), readStandings(ctx, programmeId, { personIds })])
  return { rows: people.map((person) => toChange(person, badges, periods)) }
}

export async function readGridBadges(ctx: Ctx, { id, organization_id }: Programme): Promise<GridBadge[]> {
  const badges = await readBadges(ctx, id)
  const remarks = await listRemarks(ctx, { organizationId: organization_id, achievementIds: badges.map(({ achievementId }) => achievementId) })
  const bank = Map.groupBy(remarks, ({ achievementId }) => achievementId)
  return badges.map(({ achievementId, content }) => ({
    achievementId,
    name: inLanguage(content.name, ctx.locale),
    levels: presentLevels(content.levels, ctx.locale).map(({ id, name }) => ({ id, name })),
    remarks: (bank.get(achievementId) ?? []).map(({ remarkId, text }) => ({ remarkId, text })),
  }))
}

function toChange(person: Standing, badges: readonly GridBadge[], periods: readonly Period[]): RowChange {
  const period = currentPeriod(person.periods)
  const waiting = person.cells.flatMap(({ attemptId }, place) => (attemptId ? [[place, attemptId]] : []))
  return {
    personId: person.personId,
    cells: person.cells
      .map(({ state, levelId }, place) =>
        letterOf(
          state,
          badges[place]!.levels.findIndex(({ id }) => id === levelId),
        ),
      )
      .join(''),
    waiting: waiting.length > 0 ? Object.fromEntries(waiting) : null,
    period: period ? toRowPeriod(period, periods) : null,
    hasBegun: period === undefined || isBegun(person, period),
  }
}

function toRowPeriod({ periodId, done, required, endsOn }: PeriodProgress, periods: readonly Period[]): RowPeriod {
  const isOwn = periods.find((period) => period.periodId === periodId)?.endsOn !== endsOn
  return { periodId, done, required, ownEnd: isOwn ? endsOn : null }
}

export const isBegun = ({ cells }: Pick<Standing, 'cells'>, period: Standing['periods'][number]): boolean => hasBegun(period, cells, parisTime(period.startsOn, '00:00'))
