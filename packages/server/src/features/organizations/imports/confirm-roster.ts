import { sql } from 'kysely'
import { asSystem, type Ctx, transaction } from '#ctx'
import { createPerson } from '#features/accounts/index.ts'
import { refuseOrganization } from '../organizations.errors.ts'
import { fold } from '../roster/recognize-column.ts'
import { type ImportOutcome, openRosterImport } from './get-roster-import.ts'
import { hashNumber, type ImportTarget, matchRows, type PlannedRow } from './match-rows.ts'
import { sealPreview } from './sealed-preview.ts'

const CHUNK = 1000

/** Writes what was shown, all or nothing. Rows in error and duplicates stay out; whoever is here already only joins the class. */
export async function confirmRoster(ctx: Ctx, importId: string): Promise<ImportOutcome> {
  return transaction(ctx, async (ctx) => {
    const { target, preview, confirmedAt } = await openRosterImport(ctx, importId, { isLocked: true })
    if (confirmedAt) throw refuseOrganization('import_already_confirmed')
    if (!preview) throw refuseOrganization('import_forgotten')
    // One list at a time in a structure: two that hold the same pupil would both find them missing.
    await sql`select id from organization where id = ${target.organizationId} for update`.execute(ctx.db)
    const rows = await matchRows(ctx, target, preview.rows)
    const accepted = rows.filter(({ state }) => state === 'new' || state === 'known')
    if (accepted.length === 0) throw refuseOrganization('import_nothing_to_do')

    const cohorts = await openCohorts(ctx, target, accepted)
    const people = await createPeople(ctx, accepted)
    const cohortOf = ({ className }: PlannedRow) => (className === undefined ? undefined : cohorts.get(fold(className)))
    await inChunks(people, (chunk) =>
      insertMemberships(
        ctx,
        target,
        chunk.filter(({ row }) => row.state === 'new' || row.hasLeft),
      ),
    )
    await inChunks(people, (chunk) => insertNumbers(ctx, target, chunk))
    await inChunks(people, (chunk) =>
      insertCohortMembers(
        ctx,
        chunk.flatMap(({ row, personId }) => (cohortOf(row) ? [{ cohort_id: cohortOf(row)!.id, person_id: personId }] : [])),
      ),
    )

    const count = (test: (row: PlannedRow) => boolean) => rows.filter(test).length
    const outcome: ImportOutcome = {
      created: count(({ state }) => state === 'new'),
      addedToClass: count(({ state, isInClass }) => state === 'known' && !isInClass),
      unchanged: count(({ state, isInClass }) => state === 'known' && isInClass === true),
      duplicates: count(({ state }) => state === 'duplicate'),
      refused: count(({ state }) => state === 'refused'),
      cohorts: [...cohorts.values()].map((cohort) => ({ ...cohort, memberCount: accepted.filter((row) => cohortOf(row) === cohort).length })),
    }
    const leftOut = new Set(rows.filter(({ state }) => state === 'duplicate' || state === 'refused').map(({ line }) => line))
    const kept = { ...preview, rows: preview.rows.filter(({ line }) => leftOut.has(line)) }
    await ctx.db
      .updateTable('roster_import')
      .set({ confirmed_at: ctx.now(), outcome: JSON.stringify(outcome), preview: sealPreview(ctx, importId, kept) })
      .where('id', '=', importId)
      .execute()
    return outcome
  })
}

type OpenCohort = { id: string; name: string; isNew: boolean }

/** The classes that the list names: found as they are written here already, opened again, or made. */
async function openCohorts(ctx: Ctx, { organizationId, schoolYear, cohort }: ImportTarget, rows: PlannedRow[]): Promise<Map<string, OpenCohort>> {
  if (cohort) return new Map([[fold(cohort.name), { id: cohort.id, name: cohort.name, isNew: false }]])
  const names = new Map(rows.flatMap(({ className }) => (className ? [[fold(className), className.slice(0, 60)] as const] : [])))
  const existing = await ctx.db
    .selectFrom('cohort')
    .select(['id', 'name', 'archived_at'])
    .where('organization_id', '=', organizationId)
    .where('school_year', '=', schoolYear)
    .execute()
  const cohorts = new Map<string, OpenCohort>()
  for (const [key, name] of names) {
    const found = existing.find((one) => fold(one.name) === key)
    if (found?.archived_at) await ctx.db.updateTable('cohort').set({ archived_at: null }).where('id', '=', found.id).execute()
    const id = found?.id ?? ctx.newId()
    if (!found) await ctx.db.insertInto('cohort').values({ id, organization_id: organizationId, name, kind: 'class', school_year: schoolYear, created_at: ctx.now() }).execute()
    cohorts.set(key, { id, name: found?.name ?? name, isNew: !found })
  }
  return cohorts
}

type Placed = { row: PlannedRow; personId: string }

/** An address from a list is nobody's word: it counts for nothing until its owner has verified it. */
async function createPeople(ctx: Ctx, rows: PlannedRow[]): Promise<Placed[]> {
  const placed: Placed[] = []
  for (const row of rows) {
    const { birthDate, email } = row.values
    const [givenName, familyName] = [row.values.givenName.slice(0, 100), row.values.familyName.slice(0, 100)]
    const personId =
      row.personId ??
      (await createPerson(asSystem(ctx), { givenName, familyName, ...(birthDate && { birthDate }), ...(email && { email: { address: email, isVerified: false } }) })).personId
    placed.push({ row, personId })
  }
  return placed
}

async function insertMemberships(ctx: Ctx, { organizationId, isPupil }: ImportTarget, people: Placed[]): Promise<void> {
  if (people.length === 0) return
  const created_at = ctx.now()
  await ctx.db
    .insertInto('membership')
    .values(
      people.map(({ row, personId }) => ({
        organization_id: organizationId,
        person_id: personId,
        roles: ['member'],
        title: isPupil ? '' : (row.values.title ?? '').slice(0, 100),
        is_pupil: isPupil,
        created_at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['organization_id', 'person_id']).doUpdateSet({ left_at: null, is_pupil: isPupil, roles: ['member'] }))
    .execute()
}

async function insertNumbers(ctx: Ctx, { organizationId, isPupil }: ImportTarget, people: Placed[]): Promise<void> {
  const numbers = people.flatMap(({ row, personId }) =>
    isPupil && row.values.ine ? [{ organization_id: organizationId, number_hash: hashNumber(ctx, organizationId, row.values.ine), person_id: personId }] : [],
  )
  if (numbers.length > 0)
    await ctx.db
      .insertInto('pupil_number')
      .values(numbers)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

async function insertCohortMembers(ctx: Ctx, members: { cohort_id: string; person_id: string }[]): Promise<void> {
  const unique = [...new Map(members.map((member) => [`${member.cohort_id} ${member.person_id}`, { ...member, joined_at: ctx.now() }])).values()]
  if (unique.length > 0)
    await ctx.db
      .insertInto('cohort_member')
      .values(unique)
      .onConflict((conflict) => conflict.columns(['cohort_id', 'person_id']).doUpdateSet({ left_at: null }))
      .execute()
}

async function inChunks<T>(all: T[], run: (chunk: T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += CHUNK) await run(all.slice(start, start + CHUNK))
}
