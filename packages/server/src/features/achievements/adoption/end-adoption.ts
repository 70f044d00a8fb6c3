import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { AdoptedInput } from './adoption.schema.ts'
import { actorId, lockAdoption } from './lock-adoption.ts'

/** The structure gives this badge no more. Whoever received it from there keeps it. */
export async function endAdoption(ctx: Ctx, input: z.input<typeof AdoptedInput>): Promise<void> {
  const { organizationId, achievementId } = AdoptedInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const { id } = await lockAdoption(ctx, { organizationId, achievementId })
    await ctx.db
      .updateTable('achievement_adoption')
      .set({ ended_at: ctx.now(), ended_by: actorId(ctx) })
      .where('id', '=', id)
      .execute()
    await recordAct(ctx, { organizationId, act: 'achievement.adoption-ended', subject: { achievementId } })
  })
}
