import { sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import { isProtected } from '#features/credentials/index.ts'
import { spend } from '#kit/rate-limit.ts'
import { isUuid } from '#kit/uuid.ts'
import { searchLimit } from '../limits.ts'

const SHOWN = 8
/** One letter would be a way to read the list of everybody. */
const MIN_LETTERS = 2

export type Askable = { personId: string; name: string; title: string; isPupil: boolean; organizationName: string }

/**
 * The people of one's own structures whose name or function begins like this; never an address, never a whole list. Nobody may ask a child, and
 * a child asks the grown-ups of their school only.
 */
export async function findAskable(ctx: Ctx, search: string): Promise<Askable[]> {
  const { personId } = requirePerson(ctx)
  const typed = search.trim().replace(/\s+/g, ' ').slice(0, 80)
  if (typed.length < MIN_LETTERS) return []
  await spend(ctx.db, ctx.now(), searchLimit(personId))
  const beginning = `${typed.replace(/[%_\\]/g, '\\$&')}%`
  const rows = await askable(ctx, personId, await isProtected(ctx, personId))
    .where(
      sql<boolean>`(searchable(given_name || ' ' || family_name) like searchable(${beginning})
        or searchable(family_name || ' ' || given_name) like searchable(${beginning})
        or searchable(theirs.title) like searchable(${beginning}) or searchable(theirs.title) like searchable(${`% ${beginning}`}))`,
    )
    .orderBy(sql`searchable(given_name)`)
    .orderBy(sql`searchable(family_name)`)
    .limit(SHOWN * 3)
    .execute()
  return [...new Map(rows.map((row) => [row.personId, present(row)])).values()].slice(0, SHOWN)
}

/** Somebody of the same structure, by id; nothing when the holder may not ask them. */
export async function findAskablePerson(ctx: Ctx, holderId: string, askedId: string): Promise<Askable | undefined> {
  if (!isUuid(askedId) || (await isProtected(ctx, askedId))) return undefined
  const row = await askable(ctx, holderId, await isProtected(ctx, holderId))
    .where('person.id', '=', askedId)
    .executeTakeFirst()
  return row && present(row)
}

type Row = { personId: string; given_name: string; family_name: string; title: string; is_pupil: boolean; organizationName: string }
const present = ({ personId, given_name, family_name, title, is_pupil, organizationName }: Row): Askable => ({
  personId,
  name: `${given_name} ${family_name}`.trim(),
  title,
  isPupil: is_pupil,
  organizationName,
})

const askable = (ctx: Ctx, holderId: string, isChild: boolean) =>
  ctx.db
    .selectFrom('membership as mine')
    .innerJoin('organization', 'organization.id', 'mine.organization_id')
    .innerJoin('membership as theirs', 'theirs.organization_id', 'mine.organization_id')
    .innerJoin('person', 'person.id', 'theirs.person_id')
    .select(['person.id as personId', 'given_name', 'family_name', 'theirs.title', 'theirs.is_pupil', 'organization.name as organizationName'])
    .where('mine.person_id', '=', holderId)
    .where('mine.left_at', 'is', null)
    .where('theirs.left_at', 'is', null)
    .where('theirs.person_id', '<>', holderId)
    .where('organization.archived_at', 'is', null)
    .where('person.closed_at', 'is', null)
    .$if(isChild, (query) => query.where('theirs.is_pupil', '=', false))
    .where(isNoChild(ctx.now()))

/** Of `person`. A pupil whose birthday nobody wrote down is not presumed to be fifteen. */
const isNoChild = (now: Date) =>
  sql<boolean>`(case when birth_date is null
    then not exists (select from membership where membership.person_id = person.id and is_pupil and left_at is null)
    else birth_date + interval '15 years 1 day' <= ${now}::timestamptz end)`
