import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { refuse as refuseAnything } from '#kit/errors.ts'
import { refuse } from '../accounts.errors.ts'
import { DEMONSTRATION_ROLES, type DemonstrationRole, YOUNG_PUPIL } from '../accounts.schema.ts'
import { findOwner } from '../emails/email-rows.ts'
import { type OpenedSession, openSession, type Visitor } from '../sessions/open-session.ts'

export type DemonstrationPerson = { role: DemonstrationRole; givenName: string; familyName: string; organizationName: string | undefined }

/** The people whom one click enters; none outside a demonstration. */
export async function listDemonstrationRoles(ctx: Ctx): Promise<DemonstrationPerson[]> {
  if (ctx.config.mode !== 'demonstration') return []
  const roles = Object.keys(DEMONSTRATION_ROLES) as (keyof typeof DEMONSTRATION_ROLES)[]
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
  const known = roles.flatMap((role): DemonstrationPerson[] => {
    const row = rows.find(({ address }) => address.toLowerCase() === DEMONSTRATION_ROLES[role])
    return row ? [{ role, givenName: row.given_name, familyName: row.family_name, organizationName: row.organization_name ?? undefined }] : []
  })
  const young = await findYoungPupil(ctx)
  return young ? [...known, young] : known
}

function findYoungPupil(ctx: Ctx): Promise<(DemonstrationPerson & { personId: string }) | undefined> {
  return ctx.db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['person.id as personId', 'given_name as givenName', 'family_name as familyName', 'organization.name as organizationName'])
    .select(sql<typeof YOUNG_PUPIL.role>`${YOUNG_PUPIL.role}::text`.as('role'))
    .where('slug', '=', YOUNG_PUPIL.school)
    .where('secret_kind', '=', 'pictures')
    .where('is_pupil', '=', true)
    .where('left_at', 'is', null)
    .where('closed_at', 'is', null)
    .orderBy('person.id')
    .limit(1)
    .executeTakeFirst()
}

export async function enterDemonstration(ctx: Ctx, role: DemonstrationRole, visitor: Visitor): Promise<OpenedSession> {
  if (ctx.config.mode !== 'demonstration') throw refuse('not_a_demonstration')
  const person = role === YOUNG_PUPIL.role ? await findYoungPupil(ctx) : await findOwner(ctx, DEMONSTRATION_ROLES[role])
  if (!person) throw refuseAnything('not_found')
  // The youngest comes on a tablet of the school, as the others of the class.
  return openSession(ctx, { personId: person.personId, method: 'demonstration', isShared: role === YOUNG_PUPIL.role, ...visitor })
}
