import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { STEPS, type Step } from './onboarding.schema.ts'

export type StepState = 'done' | 'skipped' | 'todo'
export type Start = { steps: { step: Step; state: StepState; isByFact: boolean; count: number }[]; isClosed: boolean }

/** With three, a group is one. */
const ENOUGH: Record<Step, number> = { group: 3, badges: 1, calendar: 1, texts: 1, jury: 1 }

/** Where the structure is in its first year. What it did is what tells; a mark of its own says the rest. */
export async function getStart(ctx: Ctx, organizationId: string): Promise<Start> {
  await demand(ctx, 'lead', organizationId)
  const { rows } = await sql<Record<Step, number> & { isClosed: boolean }>`select
    (select count(*)::int from steering_member where organization_id = ${organizationId}) as "group",
    (select count(*)::int from achievement where archived_at is null and exists (select from achievement_version where achievement_id = achievement.id)
      and (organization_id = ${organizationId}
        or exists (select from achievement_adoption where achievement_id = achievement.id and organization_id = ${organizationId} and ended_at is null))) as badges,
    (select count(*)::int from milestone where organization_id = ${organizationId} and day is not null) as calendar,
    (select count(*)::int from model_text where organization_id = ${organizationId}) as texts,
    (select count(*)::int from nomination where organization_id = ${organizationId} and state in ('agreed', 'granted', 'not-retained', 'to-complete')) as jury,
    exists (select from first_year where organization_id = ${organizationId} and closed_at is not null) as "isClosed"`.execute(ctx.db)
  const facts = rows[0]!
  const marks = await ctx.db.selectFrom('first_year_step').select(['step', 'state']).where('organization_id', '=', organizationId).execute()
  const markOf = new Map(marks.map(({ step, state }) => [step, state as StepState]))
  return {
    steps: STEPS.map((step) => {
      const isByFact = facts[step] >= ENOUGH[step]
      return { step, state: isByFact ? 'done' : (markOf.get(step) ?? 'todo'), isByFact, count: facts[step] }
    }),
    isClosed: facts.isClosed,
  }
}
