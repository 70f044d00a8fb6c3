import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { type Cell, readStandings, type Standing } from '../attempts/read-standings.ts'
import type { SelfAssessment, Verdict } from '../practice.schema.ts'
import { enterAsTeacher } from '../programmes/enter-programme.ts'

export type Moment = {
  attemptId: string
  readyAt: Date | null
  selfAssessment: SelfAssessment | null
  verdict: Verdict | null
  judgedAt: Date | null
  teacher: string | null
  levelId: string | null
  advice: string
  remarks: { text: string; resourceId: string | null }[]
}
export type OneCell = { person: Standing; cell: Cell; place: number; history: Moment[] }

/** One pupil and one badge: where they stand, and how it went, the latest first. */
export async function readCell(ctx: Ctx, { programmeId, personId, achievementId }: { programmeId: string; personId: string; achievementId: string }): Promise<OneCell> {
  await enterAsTeacher(ctx, programmeId)
  if (!isUuid(personId)) throw refuse('not_found')
  const { badgeIds, people } = await readStandings(ctx, programmeId, { personId })
  const place = badgeIds.indexOf(achievementId)
  const person = people[0]
  if (!person || place < 0) throw refuse('not_found')
  const { rows: history } = await sql<Moment>`
    select attempt.id as "attemptId", ready_at as "readyAt", self_assessment as "selfAssessment", verdict, judged_at as "judgedAt",
      teacher.given_name || ' ' || teacher.family_name as teacher, level_id as "levelId", advice,
      array(select jsonb_build_object('text', text, 'resourceId', resource_id) from attempt_remark where attempt_id = attempt.id order by position) as remarks
    from attempt left join person teacher on teacher.id = judged_by
    where programme_id = ${programmeId} and achievement_id = ${achievementId} and attempt.person_id = ${personId} and withdrawn_at is null
    order by coalesce(judged_at, ready_at) desc, attempt.id`.execute(ctx.db)
  return { person, cell: person.cells[place]!, place, history }
}
