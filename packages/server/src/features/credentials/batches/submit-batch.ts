import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { confirmBatch } from './confirm-batch.ts'
import { getBatchProgress } from './get-batch.ts'
import { type PrepareInput, prepareBatch } from './prepare-batch.ts'

/** For machines, which need no preview: what is ready is issued, what is not says why. The same key gives the same batch. */
export async function submitBatch(ctx: Ctx, input: z.input<typeof PrepareInput> & { idempotencyKey: string }): Promise<{ batchId: string }> {
  return transaction(ctx, async (ctx) => {
    const { batchId } = await prepareBatch(ctx, input)
    const { counts } = await getBatchProgress(ctx, batchId)
    if (counts.pending > 0) await confirmBatch(ctx, batchId)
    return { batchId }
  })
}
