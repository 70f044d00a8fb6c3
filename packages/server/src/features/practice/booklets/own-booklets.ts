// A pupil's own booklets: those of today, and those of a former year or school, which stay theirs to read.
import { sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { takesPart } from '../programmes/enter-programme.ts'
import { type Booklet, readBooklets } from './read-booklets.ts'

export type BookletLine = { programmeId: string; name: string; schoolYear: string; organizationName: string; isFormer: boolean }

/** The newest year first. For verbs that know that they may. */
export async function listBookletsOf(ctx: Ctx, personId: string, only: { programmeId?: string } = {}): Promise<BookletLine[]> {
  const { rows } = await sql<BookletLine & { isMade: boolean; isArchived: boolean }>`
    with made as (
      select programme_id from attempt where person_id = ${personId} and withdrawn_at is null
      union select programme_id from booklet_sentence where person_id = ${personId}
    ), known as (
      select programme_id from made
      union select programme_id from programme_cohort join cohort_member on cohort_member.cohort_id = programme_cohort.cohort_id
      where cohort_member.person_id = ${personId} and cohort_member.left_at is null
    )
    select programme.id as "programmeId", programme.name, school_year as "schoolYear", organization.name as "organizationName",
      programme.id in (select programme_id from made) as "isMade", programme.archived_at is not null as "isArchived"
    from known join programme on programme.id = known.programme_id join organization on organization.id = programme.organization_id
    where ${only.programmeId ?? null}::uuid is null or programme.id = ${only.programmeId ?? null}::uuid
    order by school_year desc, programme.name, programme.id`.execute(ctx.db)
  const lines: BookletLine[] = []
  for (const { isMade, isArchived, ...line } of rows) {
    const isHere = await takesPart(ctx, { programmeId: line.programmeId, personId })
    if (isHere || isMade) lines.push({ ...line, isFormer: !isHere || isArchived })
  }
  return lines
}

export const listOwnBooklets = (ctx: Ctx): Promise<BookletLine[]> => listBookletsOf(ctx, requirePerson(ctx).personId)

/** For verbs that know that they may: what this person made in this programme, today or formerly. To others there is no such booklet. */
export async function getBookletOf(ctx: Ctx, { personId, programmeId }: { personId: string; programmeId: string }): Promise<Booklet & { isFormer: boolean }> {
  if (!isUuid(programmeId) || !isUuid(personId)) throw refuse('not_found')
  const [line] = await listBookletsOf(ctx, personId, { programmeId })
  if (!line) throw refuse('not_found')
  const isHere = await takesPart(ctx, { programmeId, personId })
  const [booklet] = await readBooklets(ctx, programmeId, { personIds: [personId], isFormer: !isHere })
  if (!booklet) throw refuse('not_found')
  return { ...booklet, isFormer: line.isFormer }
}

export const getOwnBooklet = (ctx: Ctx, programmeId: string) => getBookletOf(ctx, { personId: requirePerson(ctx).personId, programmeId })
