import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { setRevoked } from '#features/credentials/index.ts'
import { may, recordAct } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { hashToken } from '#kit/secrets.ts'
import { isUuid } from '#kit/uuid.ts'
import { endorsementWithdrawn } from '../endorsements.facts.ts'
import { WithdrawalInput } from '../endorsements.schema.ts'

type Which = { endorsementId: string } | { token: string }

/**
 * Takes an endorsement back, for good: by whoever wrote it; one of a structure by those who may revoke its badges, whoever signed. Nobody is shown
 * it any more, its address says so, and the status list of the structure too.
 */
export async function withdrawEndorsement(ctx: Ctx, which: Which, input: z.input<typeof WithdrawalInput>): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const row = await findRow(ctx, which)
    if (!row || !(await isTheirs(ctx, which, row))) throw refuseKit('not_found')
    if (row.withdrawn_at) return
    const { reason } = WithdrawalInput.parse(input)
    await ctx.db.updateTable('endorsement').set({ withdrawn_at: ctx.now(), withdrawal_reason: reason }).where('id', '=', row.id).execute()
    if (row.status_list_id) await setRevoked(ctx, row.status_list_id, row.status_index!)
    if (row.organization_id) await recordAct(ctx, { organizationId: row.organization_id, act: 'endorsement.withdrawn', subject: { endorsementId: row.id }, reason })
    await ctx.jobs.announce(endorsementWithdrawn, { endorsementId: row.id })
  })
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

async function findRow(ctx: Ctx, which: Which) {
  if ('endorsementId' in which && !isUuid(which.endorsementId)) return undefined
  return ctx.db
    .selectFrom('endorsement')
    .leftJoin('endorsement_request', 'endorsement_request.id', 'request_id')
    .selectAll('endorsement')
    .where((where) => ('token' in which ? where('token_hash', '=', hashToken(which.token)) : where('endorsement.id', '=', which.endorsementId)))
    .forUpdate('endorsement')
    .executeTakeFirst()
}

async function isTheirs(ctx: Ctx, which: Which, row: Row): Promise<boolean> {
  if ('token' in which) return row.endorser_address !== null
  const { personId } = requirePerson(ctx)
  return row.organization_id ? may(ctx, 'revoke', row.organization_id) : row.endorser_id === personId
}
