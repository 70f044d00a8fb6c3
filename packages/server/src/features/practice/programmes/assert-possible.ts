import type { z } from 'zod'
import type { Ctx } from '#ctx'
import { listPublished } from '#features/achievements/index.ts'
import { refuse } from '../practice.errors.ts'
import type { ProgrammeInput } from '../practice.schema.ts'

export type Parts = Pick<z.output<typeof ProgrammeInput>, 'badges' | 'periods' | 'cohortIds' | 'teacherIds'>

/** What the fields alone cannot tell: everything named exists in the structure, and the rules do not contradict each other. */
export async function assertPossible(ctx: Ctx, organizationId: string, { badges, periods, cohortIds, teacherIds }: Parts): Promise<void> {
  const given = new Set((await listPublished(ctx, organizationId)).map(({ achievementId }) => achievementId))
  const chosen = badges.map(({ achievementId }) => achievementId)
  if (new Set(chosen).size < chosen.length || !chosen.every((id) => given.has(id))) throw refuse('badge_unknown')
  if (!badges.every(({ requiredIds }) => requiredIds.every((id) => chosen.includes(id)))) throw refuse('badge_unknown')
  if (isCircular(badges)) throw refuse('prerequisites_circular')
  const inOrder = [...periods].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  if (inOrder.some(({ startsOn }, i) => i > 0 && startsOn <= inOrder[i - 1]!.endsOn)) throw refuse('periods_overlap')
  if (!(await areCohorts(ctx, organizationId, cohortIds))) throw refuse('cohort_unknown')
  if (teacherIds.length === 0 && ctx.actor.kind === 'person') throw refuse('teacher_needed')
  if (!(await mayTeach(ctx, organizationId, teacherIds))) throw refuse('teacher_unknown')
}

/** Takes away what needs nothing that is left, until nothing is left, or only a circle. */
function isCircular(badges: Parts['badges']): boolean {
  let left = badges
  for (;;) {
    const open = left.filter(({ requiredIds }) => requiredIds.some((id) => left.some(({ achievementId }) => achievementId === id)))
    if (open.length === left.length) return open.length > 0
    left = open
  }
}

async function areCohorts(ctx: Ctx, organizationId: string, cohortIds: readonly string[]): Promise<boolean> {
  if (cohortIds.length === 0) return true
  const rows = await ctx.db.selectFrom('cohort').select('id').where('organization_id', '=', organizationId).where('id', 'in', cohortIds).execute()
  return rows.length === new Set(cohortIds).size
}

async function mayTeach(ctx: Ctx, organizationId: string, teacherIds: readonly string[]): Promise<boolean> {
  if (teacherIds.length === 0) return true
  const rows = await ctx.db
    .selectFrom('membership')
    .select(['person_id', 'roles'])
    .where('organization_id', '=', organizationId)
    .where('person_id', 'in', teacherIds)
    .where('left_at', 'is', null)
    .where('is_pupil', '=', false)
    .execute()
  return rows.filter(({ roles }) => roles.some((role) => ['owner', 'admin', 'issuer'].includes(role))).length === new Set(teacherIds).size
}
