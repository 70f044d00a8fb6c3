import type { z } from 'zod'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { refuse } from '../practice.errors.ts'
import { confirmHelp } from './confirm-help.ts'
import { HelpAnswer } from './helping.schema.ts'
import { areMates } from './mates.ts'

/** The other one of the two says yes or no, while both are in the same class. Said twice, it is said once. */
export async function answerHelp(ctx: Ctx, input: z.input<typeof HelpAnswer>): Promise<void> {
  const { helpId, answer } = HelpAnswer.parse(input)
  const { personId } = requirePerson(ctx)
  await transaction(ctx, async (ctx) => {
    const help = await ctx.db.selectFrom('help_given').selectAll().where('id', '=', helpId).forUpdate().executeTakeFirst()
    const isAsked = help && [help.helper_id, help.helped_id].includes(personId) && help.noted_by !== personId
    if (!isAsked || !(await areMates(ctx, help.programme_id, [personId, help.noted_by]))) throw refuseKit('not_found')
    const former = help.confirmed_at ? 'confirmed' : help.declined_at ? 'declined' : undefined
    if (former === answer) return
    if (former) throw refuse('help_answered')
    if (answer === 'confirmed') await confirmHelp(ctx, helpId)
    else await ctx.db.updateTable('help_given').set({ declined_at: ctx.now() }).where('id', '=', helpId).execute()
  })
}
