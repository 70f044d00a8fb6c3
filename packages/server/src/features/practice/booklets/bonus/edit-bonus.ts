import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse } from '../../practice.errors.ts'
import { enterAsTeacher, takesPart } from '../../programmes/enter-programme.ts'
import { BonusInput } from '../booklets.schema.ts'

/** What a teacher makes of the prepared text. An empty one is the prepared one again. */
export async function editBonus(ctx: Ctx, input: z.input<typeof BonusInput>): Promise<void> {
  const { programmeId, periodId, personId, text } = BonusInput.parse(input)
  await transaction(ctx, async (ctx) => {
    await enterAsTeacher(ctx, programmeId)
    if (!(await takesPart(ctx, { programmeId, personId }))) throw refuse('not_taking_part')
    // No period goes away meanwhile.
    const period = await ctx.db.selectFrom('programme_period').select('id').where('id', '=', periodId).where('programme_id', '=', programmeId).forKeyShare().executeTakeFirst()
    if (!period) throw refuse('period_unknown')
    if (text === '') {
      await ctx.db.deleteFrom('booklet_bonus').where('period_id', '=', periodId).where('person_id', '=', personId).execute()
      return
    }
    const said = { text, edited_by: ctx.actor.kind === 'system' ? null : requirePerson(ctx).personId, edited_at: ctx.now() }
    await ctx.db
      .insertInto('booklet_bonus')
      .values({ period_id: periodId, person_id: personId, ...said })
      .onConflict((conflict) => conflict.columns(['period_id', 'person_id']).doUpdateSet(said))
      .execute()
  })
}
