import { setStatus } from '@boat/openbadges'
import type { Ctx } from '#ctx'

/** Sets the bit of one credential. The published list is signed again when somebody next asks for it. */
export async function setRevoked(ctx: Ctx, listId: string, index: number): Promise<void> {
  const list = await ctx.db.selectFrom('status_list').select(['length', 'bits']).where('id', '=', listId).forUpdate().executeTakeFirstOrThrow()
  const bits = new Uint8Array(list.bits)
  setStatus({ length: list.length, bits }, index, true)
  await ctx.db
    .updateTable('status_list')
    .set({ bits: Buffer.from(bits), document: null, updated_at: ctx.now() })
    .where('id', '=', listId)
    .execute()
}
