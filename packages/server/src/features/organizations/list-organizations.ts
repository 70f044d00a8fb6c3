import { type Expression, sql } from 'kysely'
import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import type { OrganizationType } from './organization.schema.ts'

const PAGE = 50

type Input = { search?: string; type?: OrganizationType; page?: number; isArchived?: boolean }

/** Every structure of the network, with its size, for those who look after it. */
export async function listOrganizations(ctx: Ctx, { search = '', type, page = 1, isArchived = false }: Input = {}) {
  if (ctx.actor.kind === 'anonymous') throw refuse('not_signed_in')
  if (ctx.actor.kind === 'person' && !ctx.actor.isNetworkAdmin) throw refuse('not_allowed')
  const found = ctx.db
    .selectFrom('organization')
    .leftJoin('commune', 'commune.code', 'organization.commune_code')
    .where('archived_at', isArchived ? 'is not' : 'is', null)
    .$if(type !== undefined, (query) => query.where('type', '=', type!))
    .$if(search.trim() !== '', (query) => query.where(matches(search)))
  const { total } = await found.select((select) => select.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(['organization.id', 'slug', 'organization.name', 'type', 'commune.name as communeName', 'commune.department_code as departmentCode'])
    .select(sql<number>`(select count(*)::int from membership where organization_id = organization.id and left_at is null and not is_pupil)`.as('staffCount'))
    .select(sql<number>`(select count(*)::int from membership where organization_id = organization.id and left_at is null and is_pupil)`.as('pupilCount'))
    .select(
      sql<number>`(select count(distinct achievement_id)::int from achievement_version join achievement on achievement.id = achievement_id where organization_id = organization.id and achievement.archived_at is null)`.as(
        'achievementCount',
      ),
    )
    .select(sql<number>`(select count(*)::int from credential where organization_id = organization.id)`.as('credentialCount'))
    .orderBy('organization.name')
    .limit(PAGE)
    .offset((Math.max(1, page) - 1) * PAGE)
    .execute()
  // How many of the whole network have begun, whatever is searched: never which, that is the structure's own business.
  const { started } = await ctx.db
    .selectFrom('first_year')
    .select((select) => select.fn.countAll<string>().as('started'))
    .executeTakeFirstOrThrow()
  return {
    total: Number(total),
    startedCount: Number(started),
    pageCount: Math.max(1, Math.ceil(Number(total) / PAGE)),
    organizations: rows.map((row) => ({ ...row, type: row.type as OrganizationType })),
  }
}

/** Each word typed is in the name of the structure, of its commune, or is its UAI. */
function matches(search: string): Expression<any> {
  const words = search.trim().split(/\s+/).slice(0, 6)
  const conditions = words.map((word) => {
    const like = `%${word.replace(/[%_\\]/g, '\\$&')}%`
    return sql`(searchable(organization.name) like searchable(${like}) or searchable(coalesce(commune.name, '')) like searchable(${like}) or organization.uai ilike ${like})`
  })
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
