import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { demand } from '../may.ts'
import type { RosterPreview } from '../roster/index.ts'
import { type ImportTarget, matchRows, type PlannedRow } from './match-rows.ts'
import { openPreview } from './sealed-preview.ts'

export type ImportOutcome = {
  created: number
  addedToClass: number
  unchanged: number
  duplicates: number
  refused: number
  cohorts: { id: string; name: string; isNew: boolean; memberCount: number }[]
}

export type StoredImport = {
  id: string
  fileName: string
  createdAt: Date
  confirmedAt: Date | null
  outcome: ImportOutcome | null
  target: ImportTarget
  preview: RosterPreview | undefined
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The list as it was read, with what would become of each row as things stand now. Once confirmed: with what was left out. */
export async function getRosterImport(ctx: Ctx, importId: string): Promise<StoredImport & { rows: PlannedRow[] }> {
  const stored = await openRosterImport(ctx, importId)
  return { ...stored, rows: stored.preview ? await matchRows(ctx, stored.target, stored.preview.rows) : [] }
}

export async function openRosterImport(ctx: Ctx, importId: string, { isLocked = false } = {}): Promise<StoredImport> {
  if (ctx.actor.kind === 'anonymous') throw refuse('not_signed_in')
  if (!UUID.test(importId)) throw refuse('not_found')
  const row = await ctx.db
    .selectFrom('roster_import')
    .selectAll()
    .where('id', '=', importId)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  await demand(ctx, 'manage-people', row.organization_id)
  const cohort = row.cohort_id
    ? await ctx.db.selectFrom('cohort').select(['id', 'name', 'school_year as schoolYear']).where('id', '=', row.cohort_id).executeTakeFirstOrThrow()
    : null
  return {
    id: row.id,
    fileName: row.file_name,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
    outcome: row.outcome as ImportOutcome | null,
    target: { organizationId: row.organization_id, isPupil: row.is_pupil, schoolYear: row.school_year, cohort },
    preview: openPreview(ctx, row.id, row.preview),
  }
}
