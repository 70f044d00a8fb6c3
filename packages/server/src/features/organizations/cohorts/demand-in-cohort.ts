import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { type Action, demand } from '../may.ts'

export type Cohort = { id: string; organizationId: string; name: string; kind: 'class' | 'group'; schoolYear: string; archivedAt: Date | null }

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The class or group, for somebody who may do this in its structure. */
export async function demandInCohort(ctx: Ctx, action: Action, cohortId: string): Promise<Cohort> {
  if (ctx.actor.kind === 'anonymous') throw refuse('not_signed_in')
  const row = UUID.test(cohortId) ? await ctx.db.selectFrom('cohort').selectAll().where('id', '=', cohortId).executeTakeFirst() : undefined
  if (!row) throw refuse('not_found')
  await demand(ctx, action, row.organization_id)
  return { id: row.id, organizationId: row.organization_id, name: row.name, kind: row.kind as Cohort['kind'], schoolYear: row.school_year, archivedAt: row.archived_at }
}
