import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { namePupil } from './name-pupil.ts'
import { closeIfSilent, hasAdmitted, lockNomination, recordDecision } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'
import { nominationShown, voiceRead } from './nominations.facts.ts'
import { ModerateInput } from './nominations.schema.ts'

/** What a pupil wrote is let through, or set aside with a reason. The nominee never sees what was set aside. */
export async function moderateVoice(ctx: Ctx, input: z.input<typeof ModerateInput>): Promise<void> {
  const moderation = ModerateInput.parse(input)
  const { voiceId, decision, reason } = moderation
  await transaction(ctx, async (ctx) => {
    const found = await ctx.db.selectFrom('nomination_voice').select('nomination_id').where('id', '=', voiceId).executeTakeFirst()
    if (!found) throw refuseKit('not_found')
    const nominationId = found.nomination_id
    const nomination = await lockNomination(ctx, nominationId)
    await demand(ctx, 'issue', nomination.organization_id)
    if (ctx.actor.kind === 'person' && ctx.actor.personId === nomination.person_id) throw refuse('own_nomination')
    if (nomination.closed_at) throw refuse('nomination_closed')
    const isFirst = !(await hasAdmitted(ctx, nominationId))
    const { numUpdatedRows } = await ctx.db
      .updateTable('nomination_voice')
      .set({ state: decision === 'voice-admitted' ? 'admitted' : 'set-aside' })
      .where('id', '=', voiceId)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw refuse('voice_already_moderated')
    await recordDecision(ctx, { nominationId, voiceId, decision, reason })
    await recordAct(ctx, { organizationId: nomination.organization_id, act: `nomination.${decision}`, subject: { nominationId, voiceId }, reason })
    await ctx.jobs.announce(voiceRead, { voiceId })
    if (decision === 'voice-set-aside') await closeIfSilent(ctx, nominationId, 'set-aside')
    if (moderation.decision === 'voice-admitted' && moderation.isNamed) await namePupil(ctx, { nominationId, voiceId, isNamed: true, reason })
    if (decision === 'voice-admitted' && isFirst) await ctx.jobs.announce(nominationShown, { nominationId })
  })
}
