import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import type { Period } from '../browser/progress.ts'
import { participants } from './participants.ts'

export type ProgrammeBadge = { achievementId: string; versionId: string; imageId: string; content: AchievementContent; requiredIds: string[] }

/** Its badges as the structure gives them today, in their order. One that is no longer given is shown by its last version. */
export async function readBadges(ctx: Ctx, programmeId: string): Promise<ProgrammeBadge[]> {
  const { rows } = await sql<{ achievementId: string; versionId: string; imageId: string; content: AchievementContent; requiredIds: string[] }>`
    select badge.achievement_id as "achievementId", version.id as "versionId", version.image_id as "imageId", version.content,
      array(select required_id from programme_prerequisite rule where rule.programme_id = badge.programme_id and rule.achievement_id = badge.achievement_id) as "requiredIds"
    from programme_badge badge
    join programme on programme.id = badge.programme_id
    left join achievement_adoption adoption
      on adoption.achievement_id = badge.achievement_id and adoption.organization_id = programme.organization_id and adoption.ended_at is null
    join lateral (
      select id, image_id, content from achievement_version
      where achievement_id = badge.achievement_id and (adoption.id is null or id = adoption.achievement_version_id)
      order by number desc limit 1
    ) version on true
    where badge.programme_id = ${programmeId}
    order by badge.position`.execute(ctx.db)
  return rows
}

export const readPeriods = async (ctx: Ctx, programmeId: string): Promise<Period[]> => (await readPeriodsOf(ctx, [programmeId])).get(programmeId) ?? []

/** In the order of time. */
export async function readPeriodsOf(ctx: Ctx, programmeIds: readonly string[]): Promise<Map<string, Period[]>> {
  if (programmeIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('programme_period')
    .select(['programme_id', 'id as periodId', 'name', 'required', sql<string>`starts_on::text`.as('startsOn'), sql<string>`ends_on::text`.as('endsOn')])
    .where('programme_id', 'in', programmeIds)
    .orderBy('starts_on')
    .execute()
  const byProgramme = Map.groupBy(rows, ({ programme_id }) => programme_id)
  return new Map([...byProgramme].map(([programmeId, own]) => [programmeId, own.map(({ programme_id, ...period }) => period)]))
}

export async function readTeachers(ctx: Ctx, programmeId: string): Promise<{ personId: string; name: string }[]> {
  const rows = await ctx.db
    .selectFrom('programme_teacher')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person_id', 'given_name', 'family_name'])
    .where('programme_id', '=', programmeId)
    .where('closed_at', 'is', null)
    .orderBy('family_name')
    .orderBy('given_name')
    .execute()
  return rows.map(({ person_id, given_name, family_name }) => ({ personId: person_id, name: `${given_name} ${family_name}`.trim() }))
}

export async function readCohorts(ctx: Ctx, programmeId: string): Promise<{ cohortId: string; name: string; kind: string; schoolYear: string }[]> {
  const rows = await ctx.db
    .selectFrom('programme_cohort')
    .innerJoin('cohort', 'cohort.id', 'cohort_id')
    .select(['cohort_id as cohortId', 'name', 'kind', 'school_year as schoolYear'])
    .where('programme_id', '=', programmeId)
    .execute()
  const byName = new Intl.Collator('fr', { numeric: true })
  return rows.sort((a, b) => a.kind.localeCompare(b.kind) || byName.compare(a.name, b.name))
}

/** Who takes part today, by name, to choose somebody among them. */
export async function readParticipants(ctx: Ctx, programmeId: string): Promise<{ personId: string; name: string; cohorts: string[] }[]> {
  const { rows } = await sql<{ personId: string; name: string; cohorts: string[] }>`
    select person.id as "personId", trim(concat_ws(' ', family_name, given_name)) as name, cohorts
    from (${participants(programmeId)}) participant join person on person.id = participant.person_id`.execute(ctx.db)
  const byName = new Intl.Collator('fr')
  return rows.sort((a, b) => byName.compare(a.name, b.name))
}
