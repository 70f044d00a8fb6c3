import { asSystem, type Ctx, requirePerson, transaction } from '#ctx'
import { createPerson, findPersonByEmail } from '#features/accounts/index.ts'
import { refuse } from '#kit/errors.ts'
import { hashToken } from '#kit/secrets.ts'
import { NewcomerFields, type Role } from '../organization.schema.ts'
import { refuseOrganization } from '../organizations.errors.ts'
import { addMember } from './add-member.ts'

/** What the mailed link stands for, if it still does. Whoever holds the link may see it. */
export async function getInvitation(ctx: Ctx, token: string) {
  const row = await ctx.db
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('person', 'person.id', 'invitation.invited_by')
    .select(['invitation.id', 'invitation.address', 'invitation.roles', 'title', 'expires_at', 'accepted_at', 'withdrawn_at', 'invitation.organization_id as organizationId'])
    .select(['organization.name as organizationName', 'organization.slug', 'organization.archived_at', 'person.given_name', 'person.family_name'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  if (row.accepted_at) throw refuseOrganization('invitation_used')
  if (row.withdrawn_at || row.archived_at) throw refuseOrganization('invitation_withdrawn')
  if (row.expires_at <= ctx.now()) throw refuseOrganization('invitation_expired')
  const { id, address, roles, title, expires_at, organizationId, organizationName, slug, given_name, family_name } = row
  const invitedBy = given_name === null ? null : `${given_name} ${family_name ?? ''}`.trim()
  return { id, address, roles: roles as Role[], title, expiresAt: expires_at, organizationId, organizationName, slug, invitedBy }
}

/** Whoever is signed in takes the invitation, under whichever of their addresses it came. */
export async function acceptInvitation(ctx: Ctx, token: string): Promise<{ slug: string }> {
  const { personId } = requirePerson(ctx)
  return transaction(ctx, async (ctx) => ({ slug: await join(ctx, token, personId) }))
}

/** The account is made on the spot: the link came by mail, so the address is theirs. */
export async function acceptInvitationAsNewcomer(
  ctx: Ctx,
  token: string,
  input: { givenName: string; familyName: string; password?: string },
): Promise<{ slug: string; personId: string }> {
  const { password, ...names } = NewcomerFields.parse(input)
  return transaction(ctx, async (ctx) => {
    const { address } = await getInvitation(ctx, token)
    // A link in an old mail must not open an account that exists.
    if (await findPersonByEmail(ctx, address)) throw refuseOrganization('invitation_needs_sign_in')
    const { personId } = await createPerson(ctx, { ...names, locale: ctx.locale, email: { address, isVerified: true }, ...(password && { password }) })
    return { personId, slug: await join(ctx, token, personId) }
  })
}

async function join(ctx: Ctx, token: string, personId: string): Promise<string> {
  const { id, organizationId, roles, title, slug } = await getInvitation(ctx, token)
  const taken = await ctx.db.updateTable('invitation').set({ accepted_at: ctx.now() }).where('id', '=', id).where('accepted_at', 'is', null).executeTakeFirst()
  if (taken.numUpdatedRows === 0n) throw refuseOrganization('invitation_used')
  // The invitation was allowed when it was sent; whoever accepts has no right here yet.
  await addMember(asSystem(ctx), { organizationId, personId, roles, title })
  return slug
}
