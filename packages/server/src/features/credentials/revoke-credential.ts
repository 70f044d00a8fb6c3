import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from './credentials.errors.ts'
import { credentialRevoked } from './credentials.facts.ts'
import { RevokeInput } from './credentials.schema.ts'
import { setRevoked } from './status/set-revoked.ts'

/** Withdraws a badge, for a reason that its holder reads. One bit of the status list tells it; the signed document stays as it is. */
export async function revokeCredential(ctx: Ctx, input: z.input<typeof RevokeInput>): Promise<void> {
  const { credentialId, reason } = RevokeInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const row = await ctx.db
      .selectFrom('credential')
      .select(['organization_id', 'status_list_id', 'status_index', 'revoked_at'])
      .where('id', '=', credentialId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw refuseKit('not_found')
    await demand(ctx, 'revoke', row.organization_id)
    if (row.revoked_at) throw refuse('already_revoked')
    await setRevoked(ctx, row.status_list_id, row.status_index)
    await ctx.db
      .updateTable('credential')
      .set({ revoked_at: ctx.now(), revoked_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null, revocation_reason: reason })
      .where('id', '=', credentialId)
      .execute()
    await recordAct(ctx, { organizationId: row.organization_id, act: 'credential.revoked', subject: { credentialId }, reason })
    await ctx.jobs.announce(credentialRevoked, { credentialId })
  })
}
