import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { lockNomination } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'
import { NamingInput } from './nominations.schema.ts'

/**
 * An adult lets the nominee and the jury know the name of a young pupil who wrote a voice, or who is proposed; or takes it back. Until
 * then a pupil is « un élève de 4e B » to them.
 */
export async function namePupil(ctx: Ctx, input: z.input<typeof NamingInput>): Promise<void> {
  const { nominationId, voiceId, isNamed, reason } = NamingInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const { organization_id: organizationId, person_id, closed_at } = await lockNomination(ctx, nominationId)
    await demand(ctx, 'issue', organizationId)
    if (ctx.actor.kind === 'person' && ctx.actor.personId === person_id) throw refuse('own_nomination')
    if (closed_at) throw refuse('nomination_closed')
    const changes = { is_named: isNamed, naming_reason: isNamed ? reason : '' }
    const { numUpdatedRows } = voiceId
      ? await ctx.db
          .updateTable('nomination_voice')
          .set(changes)
          .where('id', '=', voiceId)
          .where('nomination_id', '=', nominationId)
          .where('is_named', '<>', isNamed)
          .executeTakeFirst()
      : await ctx.db.updateTable('nomination').set(changes).where('id', '=', nominationId).where('is_named', '<>', isNamed).executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await recordAct(ctx, { organizationId, act: `nomination.name-${isNamed ? 'shown' : 'hidden'}`, subject: { nominationId, ...(voiceId && { voiceId }) }, reason })
  })
}
