import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { closeIfSilent, lockNomination } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'

/** Whoever proposed takes their voice back, while nothing is decided. Its photos go at once, and nobody is told. */
export async function withdrawVoice(ctx: Ctx, voiceId: string): Promise<void> {
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    const voice = isUuid(voiceId)
      ? await ctx.db.selectFrom('nomination_voice').select('nomination_id').where('id', '=', voiceId).where('author_id', '=', personId).executeTakeFirst()
      : undefined
    if (!voice) throw refuseKit('not_found')
    const nomination = await lockNomination(ctx, voice.nomination_id)
    if (nomination.closed_at) throw refuse('nomination_closed')
    const { numUpdatedRows } = await ctx.db
      .updateTable('nomination_voice')
      .set({ state: 'withdrawn' })
      .where('id', '=', voiceId)
      .where('state', 'in', ['waiting', 'admitted'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await ctx.db.deleteFrom('attachment').where('voice_id', '=', voiceId).execute()
    await closeIfSilent(ctx, voice.nomination_id, 'withdrawn')
  })
}
