import { type Ctx, transaction } from '#ctx'
import { EmailAddress } from '#features/accounts/accounts.schema.ts'
import { demandInCohort } from '../cohorts/demand-in-cohort.ts'
import { schoolYearOf } from '../cohorts/school-year.ts'
import { demand } from '../may.ts'
import { refuseOrganization } from '../organizations.errors.ts'
import { parseRoster, type RosterPreview } from '../roster/index.ts'
import { forgetRosterImportJob } from './forget-roster-import.ts'
import { sealPreview } from './sealed-preview.ts'

const KEPT_MS = 7 * 86_400_000

type Input = { organizationId: string; cohortId?: string; fileName: string; bytes: Uint8Array; isPupil: boolean; schoolYear?: string }

/** Reads a list and keeps what was read, for somebody to look at. Nobody is written yet. */
export async function previewRoster(ctx: Ctx, { organizationId, cohortId, fileName, bytes, isPupil, ...input }: Input): Promise<{ importId: string }> {
  await demand(ctx, 'manage-people', organizationId)
  const cohort = cohortId ? await demandInCohort(ctx, 'manage-people', cohortId) : undefined
  if (cohort && cohort.organizationId !== organizationId) throw refuseOrganization('unknown_cohort')
  if (bytes.length === 0) throw refuseOrganization('file_missing')
  const preview = parseRoster(bytes, { fileName })
  refuseUnusableAddresses(preview)
  const importId = ctx.newId()
  const now = ctx.now()
  await transaction(ctx, async (ctx) => {
    await ctx.db
      .insertInto('roster_import')
      .values({
        id: importId,
        organization_id: organizationId,
        cohort_id: cohort?.id ?? null,
        file_name: fileName.slice(0, 200),
        preview: sealPreview(ctx, importId, preview),
        is_pupil: isPupil,
        school_year: cohort?.schoolYear ?? input.schoolYear ?? schoolYearOf(now),
        created_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        created_at: now,
      })
      .execute()
    await ctx.jobs.send(forgetRosterImportJob, { importId }, { startAfter: new Date(now.getTime() + KEPT_MS) })
  })
  return { importId }
}

/** A list may hold an address that reads as one and that an account could not have: said now, not when everything is being written. */
function refuseUnusableAddresses({ rows, columns }: RosterPreview): void {
  const column = columns.find(({ field }) => field === 'email')?.header ?? ''
  for (const { line, values, problems } of rows)
    if (values.email && !EmailAddress.safeParse(values.email).success) problems.push({ line, column, code: 'email_invalid', severity: 'error', value: values.email })
}
