import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { lockNomination } from '../nomination-rows.ts'
import { refuse } from '../nominations.errors.ts'

type Input = { nominationId: string; twinId: string }

/**
 * Two dossiers of one person without an account become one: the voices of the twin come here, with their photos, and the twin is closed.
 * Who wrote in both keeps both voices, each where it was.
 */
export async function mergeNominations(ctx: Ctx, { nominationId, twinId }: Input): Promise<void> {
  await transaction(ctx, async (ctx) => {
    // In one order, whoever asks the other way round at the same moment.
    for (const id of [nominationId, twinId].sort()) await lockNomination(ctx, id)
    const kept = await lockNomination(ctx, nominationId)
    const twin = await lockNomination(ctx, twinId)
    await demand(ctx, 'issue', kept.organization_id)
    if (twin.merged_into === nominationId) return
    const isPair = nominationId !== twinId && twin.organization_id === kept.organization_id && twin.achievement_id === kept.achievement_id
    if (!isPair || twin.person_id || kept.person_id) throw refuse('not_twins')
    if (twin.state !== 'open' || kept.state !== 'open') throw refuse('nomination_closed')
    const { organization_id: organizationId } = kept
    await ctx.db
      .updateTable('nomination_voice')
      .set({ nomination_id: nominationId })
      .where('nomination_id', '=', twinId)
      .where('state', 'in', ['waiting', 'admitted'])
      .where(
        'author_id',
        'not in',
        ctx.db
          .selectFrom('nomination_voice')
          .select('author_id')
          .where('nomination_id', '=', nominationId)
          .where('state', 'in', ['waiting', 'admitted'])
          .where('author_id', 'is not', null),
      )
      .execute()
    await ctx.db.updateTable('nomination').set({ state: 'withdrawn', closed_at: ctx.now(), merged_into: nominationId, updated_at: ctx.now() }).where('id', '=', twinId).execute()
    await ctx.db.updateTable('nomination').set({ updated_at: ctx.now() }).where('id', '=', nominationId).execute()
    await recordAct(ctx, { organizationId, act: 'nomination.merged', subject: { nominationId, twinId } })
  })
}
