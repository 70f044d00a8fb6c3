import { type Ctx, transaction } from '#ctx'
import { demand, recordAct } from '#features/organizations/index.ts'
import { demandGrantable, grantNow } from './grant.ts'
import { lockNomination, recordDecision } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'

/** The end of the embargo: what was agreed is issued. Asked again, it answers with the same credential. */
export async function grantAgreed(ctx: Ctx, nominationId: string): Promise<{ credentialId: string }> {
  return transaction(ctx, async (ctx) => {
    const nomination = await lockNomination(ctx, nominationId)
    await demand(ctx, 'issue', nomination.organization_id)
    if (nomination.state === 'granted' && nomination.credential_id) return { credentialId: nomination.credential_id }
    if (nomination.closed_at) throw refuse('nomination_closed')
    if (nomination.state !== 'agreed') throw refuse('nothing_agreed')
    await demandGrantable(ctx, nomination)
    await recordAct(ctx, { organizationId: nomination.organization_id, act: 'nomination.granted', subject: { nominationId } })
    await recordDecision(ctx, { nominationId, decision: 'granted' })
    return { credentialId: await grantNow(ctx, nomination) }
  })
}
