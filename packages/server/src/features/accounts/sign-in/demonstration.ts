import type { Ctx } from '#ctx'
import { refuse as refuseAnything } from '#kit/errors.ts'
import { refuse } from '../accounts.errors.ts'
import { DEMONSTRATION_ROLES, type DemonstrationRole } from '../accounts.schema.ts'
import { findOwner } from '../emails/email-rows.ts'
import { type OpenedSession, openSession, type Visitor } from '../sessions/open-session.ts'

export type DemonstrationPerson = { role: DemonstrationRole; givenName: string; familyName: string; organizationName: string | undefined }

/** The people whom one click enters; none outside a demonstration. */
export async function listDemonstrationRoles(ctx: Ctx): Promise<DemonstrationPerson[]> {
  if (ctx.config.mode !== 'demonstration') return []
  const roles = Object.keys(DEMONSTRATION_ROLES) as DemonstrationRole[]
  const rows = await ctx.db
    .selectFrom('person_email')
    .innerJoin('person', 'person.id', 'person_email.person_id')
    .select(['person_email.address', 'person.given_name', 'person.family_name'])
    .select(({ selectFrom }) =>
      selectFrom('membership')
        .innerJoin('organization', 'organization.id', 'membership.organization_id')
        .select('organization.name')
        .whereRef('membership.person_id', '=', 'person.id')
        .where('membership.left_at', 'is', null)
        .orderBy('membership.created_at')
        .limit(1)
        .as('organization_name'),
    )
    .where('person_email.address', 'in', Object.values(DEMONSTRATION_ROLES))
    .where('person_email.verified_at', 'is not', null)
    .where('person.closed_at', 'is', null)
    .execute()
  return roles.flatMap((role) => {
    const row = rows.find(({ address }) => address.toLowerCase() === DEMONSTRATION_ROLES[role])
    return row ? { role, givenName: row.given_name, familyName: row.family_name, organizationName: row.organization_name ?? undefined } : []
  })
}

export async function enterDemonstration(ctx: Ctx, role: DemonstrationRole, visitor: Visitor): Promise<OpenedSession> {
  if (ctx.config.mode !== 'demonstration') throw refuse('not_a_demonstration')
  const person = await findOwner(ctx, DEMONSTRATION_ROLES[role])
  if (!person) throw refuseAnything('not_found')
  return openSession(ctx, { personId: person.personId, method: 'demonstration', ...visitor })
}
