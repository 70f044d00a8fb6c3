import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import type { Role } from './organization.schema.ts'

/** What somebody may do in a structure. `view` is to see its inner pages: staff only, never pupils. */
export type Action = 'view' | 'view-people' | 'manage-people' | 'manage-structure' | 'manage-owners' | 'design' | 'issue' | 'revoke' | 'lead'

const ALLOWED: Record<Action, readonly Role[]> = {
  view: ['owner', 'admin', 'designer', 'issuer', 'member'],
  'view-people': ['owner', 'admin', 'issuer'],
  'manage-people': ['owner', 'admin'],
  'manage-structure': ['owner', 'admin'],
  'manage-owners': ['owner'],
  design: ['owner', 'admin', 'designer'],
  issue: ['owner', 'admin', 'issuer'],
  revoke: ['owner', 'admin', 'issuer'],
  // How a structure starts and how fair it is are its own business: nobody looks in from above.
  lead: ['owner', 'admin'],
}

/** Network administrators look after structures and their people; they neither design nor issue in another's name. */
const ALLOWED_TO_NETWORK_ADMIN: readonly Action[] = ['view', 'view-people', 'manage-people', 'manage-structure', 'manage-owners']

/** An archived structure can be looked at, put in order and reopened, and may still revoke. */
const ALLOWED_IN_ARCHIVES: readonly Action[] = ['view', 'view-people', 'manage-structure', 'manage-owners', 'revoke']

export async function may(ctx: Ctx, action: Action, organizationId: string): Promise<boolean> {
  return (await readStanding(ctx, organizationId))(action)
}

/** Reads once who somebody is in a structure; the answer says for each action whether they may. */
export async function readStanding(ctx: Ctx, organizationId: string): Promise<(action: Action) => boolean> {
  const { actor } = ctx
  if (actor.kind !== 'person') return () => actor.kind === 'system'
  const membership = await ctx.db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select(['roles', 'is_pupil', 'archived_at'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', actor.personId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return (action) => {
    if (actor.isNetworkAdmin && ALLOWED_TO_NETWORK_ADMIN.includes(action)) return true
    if (membership === undefined || membership.is_pupil) return false
    if (membership.archived_at && !ALLOWED_IN_ARCHIVES.includes(action)) return false
    return membership.roles.some((role) => ALLOWED[action].includes(role as Role))
  }
}

/** Refuses unless the actor may; an outsider learns only that there is nothing here for them. */
export async function demand(ctx: Ctx, action: Action, organizationId: string): Promise<void> {
  if (ctx.actor.kind === 'anonymous') throw refuse('not_signed_in')
  if (!(await may(ctx, action, organizationId))) throw refuse('not_allowed')
}
