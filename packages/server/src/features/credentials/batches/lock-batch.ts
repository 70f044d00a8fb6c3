import type { Ctx } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'

/** A batch, locked until the transaction ends, for somebody who may issue in its structure. */
export async function lockBatch(ctx: Ctx, batchId: string) {
  const batch = isUuid(batchId) ? await ctx.db.selectFrom('issue_batch').selectAll().where('id', '=', batchId).forUpdate().executeTakeFirst() : undefined
  if (!batch) throw refuse('not_found')
  await demand(ctx, 'issue', batch.organization_id)
  return batch
}
