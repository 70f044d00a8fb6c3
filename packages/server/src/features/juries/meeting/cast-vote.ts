import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { refuse } from '../juries.errors.ts'
import { VoteInput } from '../juries.schema.ts'
import { type At, takeMemberSeat } from '../take-seat.ts'
import { lockDossier } from './lock-dossier.ts'
import { listRecusals } from './recusals.ts'

/** One vote a member and dossier, which may change until the dossier is decided. */
export async function castVote(ctx: Ctx, at: At, input: z.input<typeof VoteInput>): Promise<void> {
  const { dossierId, vote, comment } = VoteInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const { jury, memberId } = await takeMemberSeat(ctx, at)
    const dossier = await lockDossier(ctx, jury.id, dossierId)
    if (dossier.decision) throw refuse('already_decided')
    const isRecused = (await listRecusals(ctx, jury.id)).some((recusal) => recusal.dossierId === dossierId && recusal.memberId === memberId)
    if (isRecused) throw refuse('recused')
    const given = { vote, comment, voted_at: ctx.now() }
    await ctx.db
      .insertInto('jury_vote')
      .values({ dossier_id: dossierId, member_id: memberId, ...given })
      .onConflict((conflict) => conflict.columns(['dossier_id', 'member_id']).doUpdateSet(given))
      .execute()
  })
}
