// The booklet of a pupil in a programme: one reading for the screen, the paper and the school report.
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { type Cell, readStandings, type Standing } from '../attempts/read-standings.ts'
import type { PeriodProgress } from '../browser/progress.ts'
import { type ProgrammeBadge, readBadges } from '../programmes/get-programme.ts'
import { listToRedo, readTold, type Told, type ToldResource } from './read-told.ts'

export type BookletBadge = Pick<Cell, 'state' | 'at' | 'levelId'> & {
  /** Also while somebody gets ready for the next level. */
  passedAt: Date | null
  achievementId: string
  imageId: string
  content: AchievementContent
  sentence: string
  told: Told[]
  toRedo: ToldResource[]
}
export type BookletPeriod = PeriodProgress & { sentence: string }
export type BookletProgramme = { programmeId: string; name: string; schoolYear: string; organizationId: string; organizationName: string; teachers: string[]; isArchived: boolean }
export type Booklet = {
  programme: BookletProgramme
  personId: string
  givenName: string
  familyName: string
  cohorts: string[]
  badges: BookletBadge[]
  periods: BookletPeriod[]
}

/** In the order of family names; `isFormer`: of those who have left. The caller has asked who may read them. */
export async function readBooklets(ctx: Ctx, programmeId: string, whose: { personIds?: readonly string[] | undefined; isFormer?: boolean } = {}): Promise<Booklet[]> {
  const [programme, badges, { people }] = await Promise.all([readProgramme(ctx, programmeId), readBadges(ctx, programmeId), readStandings(ctx, programmeId, whose)])
  const personIds = people.map(({ personId }) => personId)
  const [told, sentences] = await Promise.all([readTold(ctx, programmeId, personIds), readSentences(ctx, programmeId, personIds)])
  return people.map(({ personId, givenName, familyName, cohorts, cells, periods }) => ({
    programme,
    personId,
    givenName,
    familyName,
    cohorts,
    badges: badges.map((badge, index) => writeBadge(badge, cells[index]!, { told: told.get(`${personId}/${badge.achievementId}`) ?? [], sentences, personId })),
    periods: periods.map((period) => ({ ...period, sentence: sentences.get(`${personId}/${period.periodId}`) ?? '' })),
  }))
}

type Said = { told: Told[]; sentences: ReadonlyMap<string, string>; personId: string }

function writeBadge({ achievementId, imageId, content }: ProgrammeBadge, { state, at, levelId }: Standing['cells'][number], { told, sentences, personId }: Said): BookletBadge {
  const toRedo = state === 'passed' ? [] : listToRedo(told)
  const passedAt = state === 'passed' ? at : levelId === null ? null : (told.findLast(({ verdict }) => verdict === 'passed')?.at ?? null)
  return { passedAt, achievementId, imageId, content, state, at, levelId, sentence: sentences.get(`${personId}/${achievementId}`) ?? '', told, toRedo }
}

async function readProgramme(ctx: Ctx, programmeId: string): Promise<BookletProgramme> {
  const programme = await ctx.db
    .selectFrom('programme')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select(['programme.id as programmeId', 'programme.name', 'school_year as schoolYear', 'organization_id as organizationId', 'organization.name as organizationName'])
    .select('programme.archived_at as archivedAt')
    .where('programme.id', '=', programmeId)
    .executeTakeFirstOrThrow()
  const teachers = await ctx.db
    .selectFrom('programme_teacher')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['given_name', 'family_name'])
    .where('programme_id', '=', programmeId)
    .orderBy('family_name')
    .execute()
  const { archivedAt, ...rest } = programme
  return { ...rest, isArchived: archivedAt !== null, teachers: teachers.map((teacher) => `${teacher.given_name} ${teacher.family_name}`.trim()) }
}

/** By `person/badge` and `person/period`. */
async function readSentences(ctx: Ctx, programmeId: string, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('booklet_sentence')
    .select(['person_id', 'achievement_id', 'period_id', 'text'])
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', personIds)
    .execute()
  return new Map(rows.map((row) => [`${row.person_id}/${row.achievement_id ?? row.period_id}`, row.text]))
}
