import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { type Action, readStanding } from './may.ts'
import type { OrganizationType } from './organization.schema.ts'

export type Organization = {
  id: string
  slug: string
  name: string
  type: OrganizationType
  description: string
  website: string | null
  email: string | null
  uai: string | null
  commune: { code: string; name: string; departmentCode: string } | null
  archivedAt: Date | null
}

/** What everybody may know of a structure. */
export async function getOrganization(ctx: Ctx, by: { slug: string } | { id: string }): Promise<Organization> {
  // What no database can hold names no structure.
  if ('slug' in by && by.slug.includes('\0')) throw refuse('not_found')
  const row = await ctx.db
    .selectFrom('organization')
    .leftJoin('commune', 'commune.code', 'organization.commune_code')
    .select(['organization.id', 'slug', 'organization.name', 'type', 'description', 'website', 'email', 'uai', 'archived_at'])
    .select(['commune.code as commune_code', 'commune.name as commune_name', 'commune.department_code'])
    .where((where) => ('slug' in by ? where('slug', '=', by.slug) : where('organization.id', '=', by.id)))
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  const { archived_at, commune_code, commune_name, department_code, type, ...rest } = row
  const commune = commune_code === null ? null : { code: commune_code, name: commune_name!, departmentCode: department_code! }
  return { ...rest, type: type as OrganizationType, commune, archivedAt: archived_at }
}

/** What the person at the screen may do here: which tabs and buttons a page shows. The verbs ask again. */
export type Rights = {
  viewPeople: boolean
  managePeople: boolean
  manageStructure: boolean
  manageOwners: boolean
  design: boolean
  issue: boolean
  revoke: boolean
  lead: boolean
}

const listRights = (mayDo: (action: Action) => boolean): Rights => ({
  viewPeople: mayDo('view-people'),
  managePeople: mayDo('manage-people'),
  manageStructure: mayDo('manage-structure'),
  manageOwners: mayDo('manage-owners'),
  design: mayDo('design'),
  issue: mayDo('issue'),
  revoke: mayDo('revoke'),
  lead: mayDo('lead'),
})

/** How an inner page begins: the structure at this address, for somebody who may do this there, with what else they may. */
export async function enterOrganization(ctx: Ctx, slug: string, action: Action): Promise<{ organization: Organization; can: Rights }> {
  if (ctx.actor.kind === 'anonymous') throw refuse('not_signed_in')
  const organization = await getOrganization(ctx, { slug })
  const mayDo = await readStanding(ctx, organization.id)
  if (!mayDo(action)) throw refuse('not_allowed')
  return { organization, can: listRights(mayDo) }
}
