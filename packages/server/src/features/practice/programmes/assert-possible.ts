import { sql } from 'kysely'
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
  if ((await mayTeach(ctx, organizationId, teacherIds)).length < new Set(teacherIds).size) throw refuse('teacher_unknown')
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

/** Those of the named who may issue badges in the structure. */
export async function mayTeach(ctx: Ctx, organizationId: string, personIds: readonly string[]): Promise<string[]> {
  const possible = new Set((await listPossibleTeachers(ctx, organizationId)).map(({ personId }) => personId))
  return [...new Set(personIds)].filter((personId) => possible.has(personId))
}

/** By name. */
export async function listPossibleTeachers(ctx: Ctx, organizationId: string): Promise<{ personId: string; name: string }[]> {
  const rows = await ctx.db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person_id', 'given_name', 'family_name'])
    .where('organization_id', '=', organizationId)
    .where('left_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('is_pupil', '=', false)
    .where(sql<boolean>`roles && array['owner', 'admin', 'issuer']`)
    .orderBy('family_name')
    .orderBy('given_name')
    .execute()
  return rows.map(({ person_id, given_name, family_name }) => ({ personId: person_id, name: `${given_name} ${family_name}`.trim() }))
}
