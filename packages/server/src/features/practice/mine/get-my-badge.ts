import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { type Level, listResources } from '#features/achievements/index.ts'
import { refuse } from '#kit/errors.ts'
import type { CellState, SelfAssessment, Verdict } from '../practice.schema.ts'
import { getMyProgramme, type MyBadge, type MyStanding, statesOf } from './get-my-programme.ts'

export type Advice = {
  attemptId: string
  verdict: Verdict
  at: Date
  teacher: string
  advice: string
  levelId: string | null
  remarks: { text: string; resourceId: string | null }[]
}
export type MyPreparation = Omit<MyStanding, 'badges'> & {
  badge: MyBadge
  /** Of all badges of the programme. */
  states: Record<string, CellState>
  /** Neither held in full, nor waiting for another badge, nor put away. */
  canAsk: boolean
  /** What there is still to reach of a badge with levels. */
  nextLevels: Level[]
  waiting: { selfAssessment: SelfAssessment | null; since: Date } | null
  /** The badge in the passport. */
  credentialId: string | null
  history: Advice[]
  resources: Awaited<ReturnType<typeof listResources>>
}

/** Everything to get ready for one badge of one's own programme, and what was said so far. Nothing here is counted. */
export async function getMyBadge(ctx: Ctx, { programmeId, achievementId }: { programmeId: string; achievementId: string }): Promise<MyPreparation> {
  const { badges, ...standing } = await getMyProgramme(ctx, programmeId)
  const badge = badges.find((other) => other.achievementId === achievementId)
  if (!badge) throw refuse('not_found')
  const which = { programmeId, achievementId, personId: standing.programme.personId }
  const [resources, waiting, history, credentialId] = await Promise.all([
    listResources(ctx, achievementId),
    findWaiting(ctx, badge.attemptId),
    readHistory(ctx, which),
    findHeldCredential(ctx, which),
  ])
  const { levels } = badge.content
  const isHeld = badge.state === 'passed' || badge.levelId !== null
  const nextLevels = isHeld ? levels.slice(levels.findIndex(({ id }) => id === badge.levelId) + 1) : levels
  const isOpen = !isHeld || nextLevels.length > 0
  const canAsk = isOpen && badge.missing.length === 0 && standing.programme.archived_at === null
  return { ...standing, badge, states: statesOf(badges), canAsk, nextLevels, waiting, credentialId, history, resources }
}

type Which = { programmeId: string; achievementId: string; personId: string }

async function findWaiting(ctx: Ctx, attemptId: string | null): Promise<MyPreparation['waiting']> {
  if (!attemptId) return null
  const row = await ctx.db.selectFrom('attempt').select(['self_assessment', 'ready_at', 'changed_at']).where('id', '=', attemptId).executeTakeFirstOrThrow()
  return { selfAssessment: row.self_assessment as SelfAssessment | null, since: row.ready_at ?? row.changed_at }
}

/** What teachers said, the latest first. */
async function readHistory(ctx: Ctx, { programmeId, achievementId, personId }: Which): Promise<Advice[]> {
  const { rows } = await sql<Advice>`
    select attempt.id as "attemptId", verdict, judged_at as at, advice, level_id as "levelId",
      coalesce(teacher.given_name || ' ' || teacher.family_name, teacher.given_name, '') as teacher,
      coalesce((
        select jsonb_agg(jsonb_build_object('text', remark.text, 'resourceId', remark.resource_id) order by remark.position)
        from attempt_remark remark where remark.attempt_id = attempt.id), '[]') as remarks
    from attempt left join person teacher on teacher.id = attempt.judged_by
    where attempt.programme_id = ${programmeId} and attempt.achievement_id = ${achievementId} and attempt.person_id = ${personId} and verdict is not null
    order by judged_at desc, attempt.id`.execute(ctx.db)
  return rows
}

async function findHeldCredential(ctx: Ctx, { achievementId, personId }: Which): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('credential')
    .select('id')
    .where('person_id', '=', personId)
    .where('achievement_id', '=', achievementId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', ctx.now())]))
    .orderBy('issued_at', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}
