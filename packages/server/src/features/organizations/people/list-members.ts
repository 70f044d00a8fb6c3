import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { demand } from '../may.ts'
import type { Role } from '../organization.schema.ts'

const PAGE = 60

type Input = { organizationId: string; kind?: 'staff' | 'pupils'; search?: string; page?: number }

export type Member = { personId: string; givenName: string; familyName: string; roles: Role[]; title: string; isPupil: boolean; email: string | null; classes: string[] }

/** The people of a structure, by name, a page at a time. */
export async function listMembers(ctx: Ctx, { organizationId, kind = 'staff', search = '', page = 1 }: Input): Promise<{ members: Member[]; total: number; pageCount: number }> {
  await demand(ctx, 'view-people', organizationId)
  const like = `%${search
    .trim()
    .replace(/[%_\\]/g, '\\$&')
    .replace(/\s+/g, '%')}%`
  const found = membersOf(ctx, organizationId)
    .where('is_pupil', '=', kind === 'pupils')
    .$if(search.trim() !== '', (query) =>
      query.where(sql<boolean>`(searchable(given_name || ' ' || family_name || ' ' || given_name || ' ' || title) like searchable(${like})
        or exists (select from person_email where person_id = person.id and address ilike ${like}))`),
    )
  const { total } = await found
    .clearSelect()
    .select((select) => select.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .orderBy(sql`searchable(family_name)`)
    .orderBy(sql`searchable(given_name)`)
    .limit(PAGE)
    .offset((Math.max(1, page) - 1) * PAGE)
    .execute()
  return { total: Number(total), pageCount: Math.max(1, Math.ceil(Number(total) / PAGE)), members: rows.map(present) }
}

export async function getMember(ctx: Ctx, { organizationId, personId }: { organizationId: string; personId: string }): Promise<Member & { isSelfManaged: boolean }> {
  await demand(ctx, 'view-people', organizationId)
  const row = await membersOf(ctx, organizationId)
    .select(sql<boolean>`(password_hash is not null or exists (select from person_email where person_id = person.id and verified_at is not null))`.as('isSelfManaged'))
    .where(sql<boolean>`membership.person_id::text = ${personId}`)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return { ...present(row), isSelfManaged: row.isSelfManaged }
}

const membersOf = (ctx: Ctx, organizationId: string) =>
  ctx.db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id as personId', 'given_name as givenName', 'family_name as familyName', 'roles', 'title', 'is_pupil as isPupil'])
    .select(sql<string | null>`(select address from person_email where person_id = person.id order by verified_at is null, is_primary desc limit 1)`.as('email'))
    .select(
      sql<string[]>`array(select name from cohort join cohort_member on cohort_id = cohort.id
        where cohort.organization_id = ${organizationId} and cohort_member.person_id = person.id and cohort_member.left_at is null and archived_at is null order by name)`.as(
        'classes',
      ),
    )
    .where('organization_id', '=', organizationId)
    .where('membership.left_at', 'is', null)
    .where('closed_at', 'is', null)

const present = (row: Omit<Member, 'roles'> & { roles: string[] }): Member => ({ ...row, roles: row.roles as Role[] })
