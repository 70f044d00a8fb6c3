import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { getVersion } from '#features/achievements/index.ts'
import { issueCredentials } from '#features/credentials/index.ts'
import { demand } from '#features/organizations/index.ts'
import { hasAdmitted, lockNomination, recordDecision, setState } from './nomination-rows.ts'
import { refuse } from './nominations.errors.ts'
import { nominationAnswered } from './nominations.facts.ts'
import { DecideInput } from './nominations.schema.ts'
import { readPeople } from './read-people.ts'

type Nomination = Awaited<ReturnType<typeof lockNomination>>

/** Given, sent back to be completed, or not retained: with a reason, written down for good. Giving issues the badge in the same transaction. */
export async function decideNomination(ctx: Ctx, input: z.input<typeof DecideInput>): Promise<{ credentialId: string | undefined }> {
  const { nominationId, decision, reason } = DecideInput.parse(input)
  return transaction(ctx, async (ctx) => {
    const nomination = await lockNomination(ctx, nominationId)
    await demand(ctx, 'issue', nomination.organization_id)
    if (nomination.closed_at) throw refuse('nomination_closed')
    if (ctx.actor.kind === 'person' && ctx.actor.personId === nomination.person_id) throw refuse('own_nomination')
    if (!(await hasAdmitted(ctx, nominationId))) throw refuse('voice_needed')
    const credentialId = decision === 'granted' ? await grant(ctx, nomination) : undefined
    if (decision === 'to-complete') {
      if (!nomination.person_id) throw refuse('nobody_to_complete')
      await setState(ctx, nominationId, { state: decision })
    } else await setState(ctx, nominationId, { state: decision, closed_at: ctx.now(), ...(credentialId && { credential_id: credentialId }) })
    const { decisionId } = await recordDecision(ctx, { nominationId, decision, reason })
    if (decision !== 'granted') await ctx.jobs.announce(nominationAnswered, { decisionId })
    return { credentialId }
  })
}

/** Adults are never given a badge unasked. Somebody without an account is: on paper, which they take or leave. */
async function grant(ctx: Ctx, nomination: Nomination): Promise<string> {
  const personId = nomination.person_id
  const person = personId ? (await readPeople(ctx, nomination.organization_id, [personId])).get(personId) : undefined
  if (person && !person.isPupil && nomination.response !== 'accepted') throw refuse('acceptance_needed')
  const { versionId } = await getVersion(ctx, { achievementId: nomination.achievement_id })
  const recipient = personId ? { personId } : { name: nomination.nominee_name }
  const [issued] = await issueCredentials(ctx, { versionId, recipients: [{ ...recipient, idempotencyKey: `nomination:${nomination.id}` }] })
  if (!issued!.isNew) throw refuse('already_held')
  return issued!.credentialId
}
