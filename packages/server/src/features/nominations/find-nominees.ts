import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { spend } from '#kit/rate-limit.ts'
import { demandMember } from './demand-member.ts'
import { searchLimit } from './limits.ts'

const SHOWN = 8
/** One letter would be a way to read the list of everybody. */
const MIN_LETTERS = 2

export type Nominee = { personId: string; givenName: string; familyName: string; title: string; className: string | null; isPupil: boolean; isMe: boolean }

/** The people of the structure whose name begins like this: first name, family name, or function. Never an address, never a whole list. */
export async function findNominees(ctx: Ctx, { organizationId, search }: { organizationId: string; search: string }): Promise<Nominee[]> {
  const { personId } = await demandMember(ctx, organizationId)
  const typed = search.trim().replace(/\s+/g, ' ').slice(0, 80)
  if (typed.length < MIN_LETTERS) return []
  await spend(ctx.db, ctx.now(), searchLimit(personId))
  const beginning = `${typed.replace(/[%_\\]/g, '\\$&')}%`
  return members(ctx, organizationId)
    .where(
      sql<boolean>`(searchable(given_name || ' ' || family_name) like searchable(${beginning})
        or searchable(family_name || ' ' || given_name) like searchable(${beginning})
        or searchable(title) like searchable(${beginning}) or searchable(title) like searchable(${`% ${beginning}`}))`,
    )
    .orderBy(sql`searchable(given_name)`)
    .orderBy(sql`searchable(family_name)`)
    .limit(SHOWN)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, isMe: row.personId === personId })))
}

export async function findNominee(ctx: Ctx, { organizationId, personId }: { organizationId: string; personId: string }): Promise<Nominee | undefined> {
  const me = await demandMember(ctx, organizationId)
  const row = await members(ctx, organizationId).where(sql<boolean>`person.id::text = ${personId.toLowerCase()}`).executeTakeFirst()
  return row && { ...row, isMe: row.personId === me.personId }
}

const members = (ctx: Ctx, organizationId: string) =>
  ctx.db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id as personId', 'given_name as givenName', 'family_name as familyName', 'title', 'is_pupil as isPupil'])
    .select(
      sql<string | null>`(select name from cohort join cohort_member on cohort_id = cohort.id
        where cohort.organization_id = ${organizationId} and cohort_member.person_id = person.id and cohort_member.left_at is null and archived_at is null
        order by kind <> 'class', name limit 1)`.as('className'),
    )
    .where('organization_id', '=', organizationId)
    .where('left_at', 'is', null)
    .where('closed_at', 'is', null)
