import { type Ctx, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import type { Presence } from '../ceremony.schema.ts'
import { findCeremony } from '../planning/ceremony-rows.ts'

/** There, not there, handed over. Said twice it is so once, and the first hour stays; two helpers at once do no harm. */
export async function markRecipient(ctx: Ctx, { recipientId, presence }: { recipientId: string; presence: Presence }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const found = isUuid(recipientId) ? await ctx.db.selectFrom('ceremony_recipient').select('ceremony_id').where('id', '=', recipientId).executeTakeFirst() : undefined
    if (!found) throw refuseKit('not_found')
    await findCeremony(ctx, found.ceremony_id)
    const isUnmarked = presence === 'expected'
    await ctx.db
      .updateTable('ceremony_recipient')
      .set({ presence, marked_at: isUnmarked ? null : ctx.now(), marked_by: !isUnmarked && ctx.actor.kind === 'person' ? ctx.actor.personId : null })
      .where('id', '=', recipientId)
      .where('presence', '<>', presence)
      .execute()
  })
}
