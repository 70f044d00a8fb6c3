// What happened with each badge, told by date. Nobody counts how often.
import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import type { SelfAssessment, Verdict } from '../practice.schema.ts'

type LocalizedText = AchievementContent['name']
export type ToldResource = { resourceId: string; title: LocalizedText; kind: string }
export type ToldRemark = { text: string; resource: ToldResource | null }
/** `verdict` is null while somebody waits. */
export type Told = {
  personId: string
  achievementId: string
  at: Date
  verdict: Verdict | null
  selfAssessment: SelfAssessment | null
  teacher: string
  advice: string
  levelId: string | null
  remarks: ToldRemark[]
}

/** By `person/badge`, the oldest first. What was taken back was never said. */
export async function readTold(ctx: Ctx, programmeId: string, personIds: readonly string[]): Promise<Map<string, Told[]>> {
  const { rows } = await sql<Told>`
    select attempt.person_id as "personId", attempt.achievement_id as "achievementId", coalesce(judged_at, ready_at, changed_at) as at, verdict,
      self_assessment as "selfAssessment", trim(coalesce(given_name || ' ' || family_name, '')) as teacher, advice, level_id as "levelId",
      coalesce((
        select jsonb_agg(jsonb_build_object('text', said.text, 'resource',
          case when resource.id is not null then jsonb_build_object('resourceId', resource.id, 'title', resource.title, 'kind', resource.kind) end) order by said.position)
        from attempt_remark said left join resource on resource.id = said.resource_id
        where said.attempt_id = attempt.id), '[]') as remarks
    from attempt left join person teacher on teacher.id = judged_by
    where programme_id = ${programmeId} and attempt.person_id = any(${personIds}) and withdrawn_at is null
    order by at, verdict is not distinct from 'passed', attempt.id`.execute(ctx.db)
  return Map.groupBy(rows, ({ personId, achievementId }) => `${personId}/${achievementId}`)
}

/** What was advised for a badge that is not there yet, the latest advice first. */
export function listToRedo(told: readonly Told[]): ToldResource[] {
  const advised = told.toReversed().flatMap(({ remarks }) => remarks.flatMap(({ resource }) => resource ?? []))
  return [...new Map(advised.map((resource) => [resource.resourceId, resource])).values()]
}
