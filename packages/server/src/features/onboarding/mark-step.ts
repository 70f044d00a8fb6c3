import { type Ctx, transaction } from '#ctx'
import { demand } from '#features/organizations/index.ts'
import { actorOf, startFirstYear } from './first-year.ts'
import type { StepState } from './get-start.ts'
import type { Step } from './onboarding.schema.ts'

/** Done elsewhere, left for another year, or taken up again. */
export async function markStep(ctx: Ctx, { organizationId, step, state }: { organizationId: string; step: Step; state: StepState }): Promise<void> {
  await demand(ctx, 'lead', organizationId)
  await transaction(ctx, async (ctx) => {
    await startFirstYear(ctx, organizationId)
    if (state === 'todo') {
      await ctx.db.deleteFrom('first_year_step').where('organization_id', '=', organizationId).where('step', '=', step).execute()
      return
    }
    const mark = { state, marked_by: actorOf(ctx), marked_at: ctx.now() }
    await ctx.db
      .insertInto('first_year_step')
      .values({ organization_id: organizationId, step, ...mark })
      .onConflict((conflict) => conflict.columns(['organization_id', 'step']).doUpdateSet(mark))
      .execute()
  })
}

/** Puts the guide away, or takes it out again; nothing that was written is lost. */
export async function closeStart(ctx: Ctx, { organizationId, isClosed }: { organizationId: string; isClosed: boolean }): Promise<void> {
  await demand(ctx, 'lead', organizationId)
  await transaction(ctx, async (ctx) => {
    await startFirstYear(ctx, organizationId)
    await ctx.db
      .updateTable('first_year')
      .set({ closed_at: isClosed ? ctx.now() : null })
      .where('organization_id', '=', organizationId)
      .execute()
  })
}
