import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { demand } from '../may.ts'
import type { Role } from '../organization.schema.ts'
import { inviteMember } from './invite-member.ts'

/** Who was asked and has not answered yet, the latest first; those past their date too, since they can be asked again. */
export async function listInvitations(ctx: Ctx, organizationId: string) {
  await demand(ctx, 'manage-people', organizationId)
  const rows = await ctx.db
    .selectFrom('invitation')
    .select(['id', 'address', 'roles', 'title', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('organization_id', '=', organizationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, roles: row.roles as Role[], isExpired: row.expiresAt <= ctx.now() }))
}

type Which = { organizationId: string; invitationId: string }

/** Sends a fresh link; the former one stops working. */
export async function resendInvitation(ctx: Ctx, which: Which): Promise<{ address: string }> {
  const { address, roles, title } = await findPending(ctx, which)
  await inviteMember(ctx, { organizationId: which.organizationId, address, roles: roles as Role[], title })
  return { address }
}

export async function withdrawInvitation(ctx: Ctx, which: Which): Promise<void> {
  const { id } = await findPending(ctx, which)
  await ctx.db.updateTable('invitation').set({ withdrawn_at: ctx.now() }).where('id', '=', id).where('accepted_at', 'is', null).execute()
}

async function findPending(ctx: Ctx, { organizationId, invitationId }: Which) {
  await demand(ctx, 'manage-people', organizationId)
  const row = await ctx.db
    .selectFrom('invitation')
    .select(['id', 'address', 'roles', 'title'])
    .where('id', '=', invitationId)
    .where('organization_id', '=', organizationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  if (row.roles.includes('owner')) await demand(ctx, 'manage-owners', organizationId)
  return row
}
