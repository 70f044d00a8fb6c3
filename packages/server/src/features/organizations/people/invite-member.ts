import { type Ctx, transaction } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { hashToken, newToken } from '#kit/secrets.ts'
import { demand } from '../may.ts'
import { InvitationFields, type Role } from '../organization.schema.ts'
import { refuseOrganization } from '../organizations.errors.ts'
import { invitationSent } from '../organizations.facts.ts'

const DAYS = 14

type Input = { organizationId: string; address: string; roles: readonly Role[]; title?: string }

/** Asks somebody by mail to join. A new invitation takes the place of one that still waits at the same address. */
export async function inviteMember(ctx: Ctx, input: Input): Promise<{ invitationId: string }> {
  const { address, roles, title } = InvitationFields.parse(input)
  const { organizationId } = input
  await demand(ctx, roles.includes('owner') ? 'manage-owners' : 'manage-people', organizationId)
  return transaction(ctx, async (ctx) => {
    const organization = await ctx.db.selectFrom('organization').select('name').where('id', '=', organizationId).executeTakeFirst()
    if (!organization) throw refuse('not_found')
    if (await isMember(ctx, organizationId, address)) throw refuseOrganization('already_member')
    const now = ctx.now()
    await ctx.db
      .updateTable('invitation')
      .set({ withdrawn_at: now })
      .where('organization_id', '=', organizationId)
      .where('address', '=', address)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .execute()
    const invitationId = ctx.newId()
    const token = newToken()
    await ctx.db
      .insertInto('invitation')
      .values({
        id: invitationId,
        organization_id: organizationId,
        address,
        roles: [...roles],
        title,
        token_hash: hashToken(token),
        invited_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        created_at: now,
        expires_at: new Date(now.getTime() + DAYS * 86_400_000),
      })
      .execute()
    const sealedToken = ctx.secrets.seal(Buffer.from(token), `link:${invitationId}`).toString('base64')
    await ctx.jobs.announce(invitationSent, { invitationId, address, locale: ctx.locale, organizationName: organization.name, sealedToken })
    return { invitationId }
  })
}

const isMember = async (ctx: Ctx, organizationId: string, address: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('membership')
    .innerJoin('person_email', 'person_email.person_id', 'membership.person_id')
    .select('membership.person_id')
    .where('organization_id', '=', organizationId)
    .where('left_at', 'is', null)
    .where('is_pupil', '=', false)
    .where('address', '=', address)
    .where('verified_at', 'is not', null)
    .executeTakeFirst()) !== undefined
