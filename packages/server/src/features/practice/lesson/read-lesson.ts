// The lesson as every teacher of the programme sees it: who is ready, and what was said today. Asked for every few seconds: two light readings.
import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { inParis, parisTime } from '#kit/paris-time.ts'
import type { SelfAssessment, Verdict } from '../practice.schema.ts'
import type { Programme } from '../programmes/enter-programme.ts'
import { participants } from '../programmes/participants.ts'

type Who = { attemptId: string; personId: string; achievementId: string; givenName: string; familyName: string; cohorts: string[] }
export type WaitingAttempt = Who & { readyAt: Date; selfAssessment: SelfAssessment | null; heldLevelId: string | null }
export type JudgedAttempt = Who & {
  verdict: Verdict
  at: Date
  teacherId: string | null
  teacher: string
  levelId: string | null
  credentialId: string | null
  remarks: string[]
  advice: string
}
export type Lesson = { waiting: WaitingAttempt[]; judged: JudgedAttempt[] }

const MOST_JUDGED = 120

/** Whoever has waited longest comes first; the latest verdict comes first. */
export async function readLesson(ctx: Ctx, { id }: Programme): Promise<Lesson> {
  const [waiting, judged] = await Promise.all([readWaiting(ctx, id), readJudged(ctx, id)])
  return { waiting, judged }
}

async function readWaiting(ctx: Ctx, programmeId: string): Promise<WaitingAttempt[]> {
  const { rows } = await sql<WaitingAttempt>`
    select attempt.id as "attemptId", attempt.person_id as "personId", attempt.achievement_id as "achievementId", given_name as "givenName", family_name as "familyName", cohorts,
      ready_at as "readyAt", self_assessment as "selfAssessment",
      (select credential.level_id from credential where credential.person_id = attempt.person_id and credential.achievement_id = attempt.achievement_id
        and revoked_at is null order by issued_at desc limit 1) as "heldLevelId"
    from attempt
    join (${participants(programmeId)}) participant on participant.person_id = attempt.person_id
    join person on person.id = attempt.person_id
    where attempt.programme_id = ${programmeId} and verdict is null and withdrawn_at is null and ready_at is not null
    order by ready_at, attempt.id`.execute(ctx.db)
  return rows
}

async function readJudged(ctx: Ctx, programmeId: string): Promise<JudgedAttempt[]> {
  const today = parisTime(inParis(ctx.now()).day, '00:00')
  const { rows } = await sql<JudgedAttempt>`
    select attempt.id as "attemptId", attempt.person_id as "personId", attempt.achievement_id as "achievementId", person.given_name as "givenName",
      person.family_name as "familyName", cohorts, verdict, judged_at as at, judged_by as "teacherId",
      coalesce(nullif(concat_ws(' ', teacher.given_name, teacher.family_name), ''), '') as teacher, attempt.level_id as "levelId", credential_id as "credentialId", advice,
      array(select text from attempt_remark where attempt_id = attempt.id order by position) as remarks
    from attempt
    join (${participants(programmeId)}) participant on participant.person_id = attempt.person_id
    join person on person.id = attempt.person_id
    left join person teacher on teacher.id = attempt.judged_by
    where attempt.programme_id = ${programmeId} and verdict is not null and judged_at >= ${today} and changed_at >= ${today}
    order by judged_at desc, attempt.id limit ${MOST_JUDGED}`.execute(ctx.db)
  return rows
}
