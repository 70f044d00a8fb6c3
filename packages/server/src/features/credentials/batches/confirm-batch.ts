import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../credentials.errors.ts'
import { issueBatchJob } from './issue-batch.job.ts'
import { lockBatch } from './lock-batch.ts'

/** The one click: what is ready in the batch is issued by a job. Safe to repeat. */
export async function confirmBatch(ctx: Ctx, batchId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const batch = await lockBatch(ctx, batchId)
    if (batch.confirmed_at) return
    await reopenRevoked(ctx, batchId)
    const pending = await ctx.db.selectFrom('issue_batch_row').select('position').where('batch_id', '=', batchId).where('state', '=', 'pending').limit(1).executeTakeFirst()
    if (!pending) throw refuse('batch_empty')
    await ctx.db
      .updateTable('issue_batch')
      .set({ confirmed_at: ctx.now(), confirmed_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null })
      .where('id', '=', batchId)
      .execute()
    await recordAct(ctx, { organizationId: batch.organization_id, act: 'batch.confirmed', subject: { batchId } })
    await ctx.jobs.send(issueBatchJob, { batchId })
  })
}

/** Who held the badge at the preview, and lost it since, receives it after all. */
const reopenRevoked = (ctx: Ctx, batchId: string) =>
  ctx.db
    .updateTable('issue_batch_row')
    .set({ state: 'pending', credential_id: null })
    .where('batch_id', '=', batchId)
    .where('state', '=', 'already-held')
    .where('credential_id', 'in', (eb) => eb.selectFrom('credential').select('id').where('revoked_at', 'is not', null))
    .execute()
