import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { findAgendas } from './find-agenda.ts'
import { demandGrantable, demandLevel, grantNow } from './grant.ts'
import { hasAdmitted, lockNomination, recordDecision, setState } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'
import { nominationAnswered } from './nominations.facts.ts'
import { DecideInput } from './nominations.schema.ts'

type Nomination = Awaited<ReturnType<typeof lockNomination>>
type Decision = z.output<typeof DecideInput>

/**
 * Given, sent back to be completed, or not retained: with a reason, written down for good. Giving issues the badge in the same
 * transaction, or keeps the decision secret until the ceremony.
 */
export async function decideNomination(ctx: Ctx, input: z.input<typeof DecideInput>): Promise<{ credentialId: string | undefined }> {
  const decision = DecideInput.parse(input)
  return transaction(ctx, async (ctx) => {
    const nomination = await lockNomination(ctx, decision.nominationId)
    await demand(ctx, 'issue', nomination.organization_id)
    if (nomination.closed_at) throw refuse('nomination_closed')
    if (ctx.actor.kind === 'person' && ctx.actor.personId === nomination.person_id) throw refuse('own_nomination')
    if (!(await hasAdmitted(ctx, nomination.id))) throw refuse('voice_needed')
    // What lies before a jury is not decided by one person meanwhile: it is taken off the agenda first.
    if ((await findAgendas(ctx, [nomination.id])).size > 0) throw refuse('on_agenda')
    if (decision.decision === 'granted' && decision.isEmbargoed && nomination.state === 'agreed') return { credentialId: undefined }
    return { credentialId: await carryOut(ctx, nomination, decision) }
  })
}

async function carryOut(ctx: Ctx, nomination: Nomination, input: Decision): Promise<string | undefined> {
  const { id: nominationId } = nomination
  if (input.decision === 'granted') {
    const level = input.levelId ? { level_id: input.levelId } : {}
    await demandGrantable(ctx, nomination)
    await demandLevel(ctx, nomination, input.levelId)
    await write(ctx, nomination, input.isEmbargoed ? 'agreed' : 'granted', input.reason)
    await setState(ctx, nominationId, { state: 'agreed', ...level })
    return input.isEmbargoed ? undefined : grantNow(ctx, { ...nomination, ...level })
  }
  if (input.decision === 'to-complete' && !nomination.person_id) throw refuse('nobody_to_complete')
  await setState(ctx, nominationId, { state: input.decision, ...(input.decision === 'not-retained' && { closed_at: ctx.now() }) })
  const { decisionId } = await write(ctx, nomination, input.decision, input.reason)
  await ctx.jobs.announce(nominationAnswered, { decisionId })
  return undefined
}

async function write(ctx: Ctx, { id, organization_id }: Nomination, decision: 'agreed' | 'granted' | 'to-complete' | 'not-retained', reason: string) {
  await recordAct(ctx, { organizationId: organization_id, act: `nomination.${decision}`, subject: { nominationId: id }, reason })
  return recordDecision(ctx, { nominationId: id, decision, reason })
}
