import { sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import { demand, may } from '#features/organizations/index.ts'
import { inParis } from '#kit/paris-time.ts'
import { currentPeriod, type PeriodProgress, progressOf } from '../browser/progress.ts'
import { readPeriodsOf } from './get-programme.ts'
import { participants } from './participants.ts'

export type ProgrammeSummary = {
  programmeId: string
  name: string
  schoolYear: string
  isMine: boolean
  isArchived: boolean
  isShared: boolean
  badgeCount: number
  peopleCount: number
  /** The one that runs, or comes next. */
  period: PeriodProgress | undefined
}

/** Those that whoever asks teaches, first; to those who run the structure, the others as well. The latest year first. */
export async function listProgrammes(ctx: Ctx, organizationId: string): Promise<ProgrammeSummary[]> {
  await demand(ctx, 'issue', organizationId)
  const { personId } = requirePerson(ctx)
  const seesAll = await may(ctx, 'lead', organizationId)
  const { rows } = await sql<Omit<ProgrammeSummary, 'period'>>`
    select listed.id as "programmeId", name, school_year as "schoolYear", is_mine as "isMine", archived_at is not null as "isArchived", shared_at is not null as "isShared",
      (select count(*)::int from programme_badge where programme_id = listed.id) as "badgeCount",
      (select count(*)::int from (${participants(sql.ref('listed.id'))}) participant) as "peopleCount"
    from (
      select programme.*, exists (select from programme_teacher where programme_id = programme.id and person_id = ${personId}) as is_mine
      from programme where organization_id = ${organizationId}
    ) listed
    where is_mine or ${seesAll}
    order by is_mine desc, school_year desc, searchable(name), created_at`.execute(ctx.db)
  const periods = await readPeriodsOf(
    ctx,
    rows.map(({ programmeId }) => programmeId),
  )
  const today = inParis(ctx.now()).day
  return rows.map((row) => ({ ...row, period: currentPeriod(progressOf(periods.get(row.programmeId) ?? [], [], [], today)) }))
}
